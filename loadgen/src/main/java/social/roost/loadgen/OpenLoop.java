package social.roost.loadgen;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Arrivals that do not wait for answers, as those of many independent people: a Poisson process. What is done at an arrival is told
 * when it was due and counts its latency from then, so that a server which stalls is not spared the requests that it would have got
 * meanwhile (Tene, "How NOT to Measure Latency", 2013: coordinated omission).
 */
final class OpenLoop {
    /** The clock of the machine wakes a thread no more precisely than so. */
    private static final long SHORTEST_SLEEP_NANOS = 100_000;

    private OpenLoop() {}

    /**
     * Goes on for so long; returns after the last arrival.
     *
     * @param rate arrivals a second, on average
     * @param atDue is called on this thread with the time at which the arrival was due, of {@link System#nanoTime}
     */
    static void run(double rate, double seconds, long seed, LongConsumer atDue) {
        SplittableRandom random = new SplittableRandom(seed);
        long start = System.nanoTime();
        long end = start + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        for (long due = start; due < end; due += gap(rate, random)) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(Math.max(left, SHORTEST_SLEEP_NANOS));
            }
            atDue.accept(due);
        }
    }

    /** The same on a thread of its own. */
    static Thread start(double rate, double seconds, long seed, LongConsumer atDue) {
        return Thread.ofPlatform().start(() -> run(rate, seconds, seed, atDue));
    }

    private static long gap(double rate, SplittableRandom random) {
        return (long) (-Math.log(1 - random.nextDouble()) / rate * TimeUnit.SECONDS.toNanos(1));
    }
}
