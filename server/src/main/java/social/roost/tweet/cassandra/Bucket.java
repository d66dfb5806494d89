package social.roost.tweet.cassandra;

import java.time.Duration;
import java.time.InstantSource;
import social.roost.base.Snowflake;

/**
 * Spans of time by which tweets are partitioned, so that no partition grows without end: a robot that tweets each minute fills
 * one of its author with 43,200 short rows. The time is that of the tweet's id, so all ids of a bucket lie on one side of those of
 * the next.
 */
final class Bucket {
    private static final long SPAN = Duration.ofDays(30).toMillis();

    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Long enough for what was written at its end to arrive, and for clocks to differ. */
    private static final long GRACE = Duration.ofHours(6).toMillis();

    private Bucket() {}

    /** Rises with the id; 0 for the first. */
    static int of(long tweetId) {
        return Math.toIntExact((Snowflake.millis(tweetId) - Snowflake.EPOCH.toEpochMilli()) / SPAN);
    }

    /**
     * Of a tweet that is about another, by how much older that one is: up to a day, up to four, up to sixteen, and so on. So
     * there are few, and what is said of a tweet at once, which is most, is small enough: a million replies are some 15 MB.
     */
    static int ofAge(long parentId, long tweetId) {
        long days = (Snowflake.millis(tweetId) - Snowflake.millis(parentId)) / DAY;
        return days <= 0 ? 0 : (Long.SIZE - Long.numberOfLeadingZeros(days) + 1) / 2;
    }

    /** No tweet has a greater id yet, not even of one whose clock is ahead. */
    static long latestId(InstantSource clock) {
        return Snowflake.lowestAt(clock.millis() + GRACE);
    }

    /** Whether a count of it may be kept. */
    static boolean mayBeClosed(int bucket, InstantSource clock) {
        return end(bucket) + GRACE < clock.millis();
    }

    /** Whether anyone, whose clock may be ahead, may have kept a count of it. */
    static boolean mayHaveBeenClosed(int bucket, InstantSource clock) {
        return end(bucket) < clock.millis();
    }

    private static long end(int bucket) {
        return Snowflake.EPOCH.toEpochMilli() + (bucket + 1) * SPAN;
    }
}
