package social.roost.user;

import java.time.Duration;

/**
 * Counts failed attempts by key, and delays further ones: after some free attempts, each has to wait longer than the
 * one before.
 *
 * <p>Concurrent attempts are never allowed more than sequential ones. Counts are forgotten an hour after the last
 * attempt, and may be lost earlier. Does not throw: if counting fails, attempts are allowed.
 */
public interface FailedLogIns {
    /** How long counts are kept. */
    Duration MEMORY = Duration.ofHours(1);

    /** Allows every attempt. */
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
     * Counts an attempt as failed before it is made, unless it is too early.
     *
     * @return how long to wait; zero if the attempt is allowed and was counted
     */
    Duration count(String key, Backoff backoff);

    /** Undoes the count of an attempt that did not fail. */
    void takeBack(String key);

    /** Forgets all attempts. */
    void forget(String key);

    /**
     * How waits grow.
     *
     * @param free failed attempts before the first wait
     * @param first wait in whole milliseconds; each further one is twice as long
     * @param longest upper limit
     */
    record Backoff(int free, Duration first, Duration longest) {
        private static final int MOST_DOUBLINGS = 30;

        /** The wait in milliseconds after this many failures. */
        public long millis(int failed) {
            if (failed < free) {
                return 0;
            }
            return Math.min(longest.toMillis(), first.toMillis() << Math.min(failed - free, MOST_DOUBLINGS));
        }
    }
}
