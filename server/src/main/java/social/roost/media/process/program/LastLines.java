package social.roost.media.process.program;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Keeps the last lines of what a program writes. */
public final class LastLines implements Consumer<String> {
    private static final int KEPT = 10;
    private static final int LONGEST = 500;

    private final Deque<String> lines = new ArrayDeque<>();

    @Override
    public synchronized void accept(String line) {
        lines.add(line.substring(0, Math.min(LONGEST, line.length())));
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }

    public synchronized String text() {
        return String.join("\n", lines);
    }
}
