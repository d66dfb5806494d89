package social.roost.app;

import java.util.Locale;

/** Prints the progress of long work to the terminal, about once a second. */
final class Progress {
    private static final long PAUSE_NANOS = 1_000_000_000L;

    private final String what;
    private final long all;
    private long told = System.nanoTime();

    Progress(String what, long all) {
        this.what = what;
        this.all = all;
    }

    void reached(long count) {
        if (count == all || System.nanoTime() - told >= PAUSE_NANOS) {
            told = System.nanoTime();
            System.err.printf(
                    Locale.ROOT, "%s: %,d of %,d (%d %%)%n", what, count, all, all == 0 ? 100 : 100L * count / all);
        }
    }
}
