package social.roost.http;

/**
 * Counts the use of quotas with token buckets: a bucket is full at first and holds the burst. A request takes one token
 * or several; tokens come back evenly.
 *
 * <p>Concurrent callers are never granted more tokens than there are. Counts may be forgotten, all or some of them;
 * then more than the quota is granted, never less. Does not throw: if counting fails, every request is granted.
 */
@FunctionalInterface
public interface RateLimits {

    /** Takes one token. */
    default Taken take(RatePolicy policy, long subject) {
        return take(policy, subject, 1);
    }

    /**
     * Takes some tokens if so many are left, otherwise none.
     *
     * @param subject the owner of the bucket: a user id, or an address as a {@link ClientAddress} number
     */
    Taken take(RatePolicy policy, long subject, int tokens);

    /**
     * The result of taking tokens.
     *
     * @param left the remaining tokens; -1 if there were too few
     * @param nanos if there were too few, the time until there are enough; otherwise the time until the bucket is full
     *     again
     */
    record Taken(long left, long nanos) {
        /** Granted without counting. */
        public static final Taken UNCOUNTED = new Taken(Long.MAX_VALUE, 0);

        public static Taken refused(long nanos) {
            return new Taken(-1, nanos);
        }

        boolean isCounted() {
            return left != Long.MAX_VALUE;
        }

        public boolean isGranted() {
            return left >= 0;
        }

        /** In whole seconds, at least one. */
        long seconds() {
            return Math.max(1, Math.ceilDiv(nanos, 1_000_000_000L));
        }
    }
}
