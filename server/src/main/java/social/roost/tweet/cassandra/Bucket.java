package social.roost.tweet.cassandra;

import java.time.Duration;
import java.time.InstantSource;
import social.roost.base.Snowflake;

/**
 * Spans of 30 days by which an author's tweets are partitioned, so that no partition grows without end: a robot that posts each
 * minute fills one with 43,200 rows, about 2 MB. The time is the id's own.
 */
final class Bucket {
    private static final long SPAN = Duration.ofDays(30).toMillis();

    /** So long after its end no tweet of that time is still on its way. */
    private static final long GRACE = Duration.ofHours(1).toMillis();

    private static final long EPOCH = Snowflake.EPOCH.toEpochMilli();

    private Bucket() {}

    /** Rises with the id; 0 for the first. */
    static int of(long tweetId) {
        return (int) ((Snowflake.millis(tweetId) - EPOCH) / SPAN);
    }

    /** Whether no more tweets come into it, but for those that carry an old time on purpose. */
    static boolean isOver(int bucket, InstantSource clock) {
        return EPOCH + (bucket + 1) * SPAN + GRACE < clock.millis();
    }
}
