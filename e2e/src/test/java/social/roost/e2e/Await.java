package social.roost.e2e;

import java.time.Duration;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;

/** Waits for what the server does after its response, such as delivery, up to a limit. */
final class Await {
    /**
     * Anything that takes longer counts as a failure: a build machine is slow at times, and a wait that succeeds costs
     * no more for it.
     */
    static final Duration BOUND = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMillis(10);

    private Await() {}

    /** Retries until the result is the expected one; after the limit it fails like an assertion. */
    static <T> void equal(String promise, Supplier<T> asked, T wanted) {
        equal(promise, asked, wanted, BOUND);
    }

    /** With another limit. */
    static <T> void equal(String promise, Supplier<T> asked, T wanted, Duration bound) {
        long end = System.nanoTime() + bound.toNanos();
        T last = asked.get();
        while (!last.equals(wanted) && System.nanoTime() < end) {
            pause();
            last = asked.get();
        }
        Assertions.assertThat(last).as(promise).isEqualTo(wanted);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted while waiting", e);
        }
    }
}
