package social.roost.loadgen;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/**
 * Arrivals that do not wait for responses, like those of many independent users: a Poisson process. An action receives
 * the time at which it was due and counts its latency from then, so that a server that stalls is not spared the
 * requests it would have received meanwhile (Tene, "How NOT to Measure Latency", 2013: coordinated omission).
 */
final class OpenLoop {
    /** The precision with which the machine wakes a thread. */
    private static final long SHORTEST_SLEEP_NANOS = 100_000;

    private OpenLoop() {}

    /**
     * Runs for this long; returns after the last arrival.
     *
     * @param rate arrivals per second, on average
     * @param atDue called on this thread with the time at which the arrival was due, see {@link System#nanoTime}
     */
    static void run(double rate, double seconds, long seed, LongConsumer atDue) {
        long end = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        runWhile(due -> due < end, rate, seed, atDue);
    }

    /** The same while this is true of the next arrival's time. */
    static void runWhile(LongPredicate goesOn, double rate, long seed, LongConsumer atDue) {
        SplittableRandom random = new SplittableRandom(seed);
        for (long due = System.nanoTime(); goesOn.test(due); due += gap(rate, random)) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(Math.max(left, SHORTEST_SLEEP_NANOS));
            }
            atDue.accept(due);
        }
    }

    /** The same on its own thread. */
    static Thread start(double rate, double seconds, long seed, LongConsumer atDue) {
        return Thread.ofPlatform().start(() -> run(rate, seconds, seed, atDue));
    }

    private static long gap(double rate, SplittableRandom random) {
        return (long) (-Math.log(1 - random.nextDouble()) / rate * TimeUnit.SECONDS.toNanos(1));
    }
}
