package social.roost.http;

/**
 * Counts the use of quotas with token buckets: a bucket is full at first and holds the burst. Each request takes one
 * token; tokens come back evenly.
 *
 * <p>Concurrent callers are never granted more tokens than there are. Counts may be forgotten, all or some of them;
 * then more than the quota is granted, never less. Does not throw: if counting fails, every request is granted.
 */
@FunctionalInterface
public interface RateLimits {

    /**
     * Takes a token if one is left. A rejected request costs nothing.
     *
     * @param subject the owner of the bucket: a user id, or an address as a {@link ClientAddress} number
     */
    Taken take(RatePolicy policy, long subject);

    /**
     * The result of taking a token.
     *
     * @param left the remaining tokens; -1 if there was none
     * @param nanos if there was none, the time until the next token; otherwise the time until the bucket is full again
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
