package social.roost.http;

/**
 * Counts what is used of quotas, as token buckets: a bucket is full at first and holds the burst; each request takes one, and they
 * come back one by one, evenly.
 *
 * <p>Of any number of callers at once no more are granted one than there are. What was counted may be forgotten, all of it at once or
 * that of some: then more is granted than the quota has, and never less. Does not throw: where it cannot be counted, all is granted.
 */
@FunctionalInterface
public interface RateLimits {

    /**
     * Takes one, if one is left. One that is refused costs nothing.
     *
     * @param subject whose bucket it is: users by id, addresses as {@link ClientAddress} numbers them
     */
    Taken take(RatePolicy policy, long subject);

    /**
     * What came of it.
     *
     * @param left how many are left; -1 when none was, and so none was taken
     * @param nanos until there is one again, when none was left; else until the bucket is full again
     */
    record Taken(long left, long nanos) {
        /** Granted without being counted. */
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

        /** In whole seconds, of which there is one at least. */
        long seconds() {
            return Math.max(1, Math.ceilDiv(nanos, 1_000_000_000L));
        }
    }
}
