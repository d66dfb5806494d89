package social.roost.user;

import java.time.Duration;

/**
 * Counts attempts that failed, by whoever is to be kept from making more: after some that are free, each has to wait longer than the
 * one before.
 *
 * <p>Of any number of attempts at once no more are let through than one after the other would be. What was counted is forgotten an
 * hour after the last attempt, and may be before. Does not throw: where it cannot be counted, nobody waits.
 */
public interface FailedLogIns {
    /** For how long all is remembered. */
    Duration MEMORY = Duration.ofHours(1);

    /** Nobody waits. */
    FailedLogIns NOT_COUNTED = new FailedLogIns() {
        @Override
        public Duration count(String key, Backoff backoff) {
            return Duration.ZERO;
        }

        @Override
        public void takeBack(String key) {}

        @Override
        public void forget(String key) {}
    };

    /**
     * Counts an attempt that is about to be made as failed, unless it comes too early.
     *
     * @return how long it has to wait; zero when it may be made, and was counted
     */
    Duration count(String key, Backoff backoff);

    /** Uncounts one attempt, which did not fail. */
    void takeBack(String key);

    /** Forgets all attempts. */
    void forget(String key);

    /**
     * How waits grow.
     *
     * @param free how many may fail before there is one
     * @param first of whole milliseconds; each further one is twice as long
     * @param longest none is longer
     */
    record Backoff(int free, Duration first, Duration longest) {
        private static final int MOST_DOUBLINGS = 30;

        /** In milliseconds, after so many have failed. */
        public long millis(int failed) {
            if (failed < free) {
                return 0;
            }
            return Math.min(longest.toMillis(), first.toMillis() << Math.min(failed - free, MOST_DOUBLINGS));
        }
    }
}
