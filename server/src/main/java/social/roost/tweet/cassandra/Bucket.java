package social.roost.tweet.cassandra;

import java.time.Duration;
import java.time.InstantSource;
import social.roost.base.Snowflake;

/**
 * Time spans by which tweets are partitioned, so that no partition grows without limit: a robot that tweets every
 * minute fills one with 43,200 short rows. The time is that of the tweet's id, so all ids of a bucket precede those of
 * the next.
 */
final class Bucket {
    private static final long SPAN = Duration.ofDays(30).toMillis();

    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Long enough for late writes to arrive, and for differences between clocks. */
    private static final long GRACE = Duration.ofHours(6).toMillis();

    private Bucket() {}

    /** Ascends with the id; 0 for the first bucket. */
    static int of(long tweetId) {
        return Math.toIntExact((Snowflake.millis(tweetId) - Snowflake.EPOCH.toEpochMilli()) / SPAN);
    }

    /**
     * For a tweet that refers to another: by the age of that tweet, up to a day, up to four days, up to sixteen, and so
     * on. So there are few buckets, and the first, which gets most, is small enough: a million replies are about 15 MB.
     */
    static int ofAge(long parentId, long tweetId) {
        long days = (Snowflake.millis(tweetId) - Snowflake.millis(parentId)) / DAY;
        return days <= 0 ? 0 : (Long.SIZE - Long.numberOfLeadingZeros(days) + 1) / 2;
    }

    /** Greater than any existing id, even of a process whose clock is fast. */
    static long latestId(InstantSource clock) {
        return Snowflake.lowestAt(clock.millis() + GRACE);
    }

    /** Whether a count of the bucket may be stored. */
    static boolean mayBeClosed(int bucket, InstantSource clock) {
        return end(bucket) + GRACE < clock.millis();
    }

    /** Whether any process, whose clock may be fast, may have stored a count of the bucket. */
    static boolean mayHaveBeenClosed(int bucket, InstantSource clock) {
        return end(bucket) < clock.millis();
    }

    private static long end(int bucket) {
        return Snowflake.EPOCH.toEpochMilli() + (bucket + 1) * SPAN;
    }
}
