package social.roost.trend;

import social.roost.base.Snowflake;

/** What the job is told, in a topic whose partitions are each nearly in the order of time. */
public sealed interface Observation {
    /** Its time in milliseconds since 1970. */
    long atMillis();

    /** A tweet that counts. */
    record Tweeted(TopicalTweet tweet) implements Observation {
        /** That of the id: what clients claim does not matter. */
        @Override
        public long atMillis() {
            return Snowflake.millis(tweet.id());
        }
    }

    /** An author was suspended: what it contributed is taken back. */
    record Suspended(long author, long atMillis) implements Observation {}

    /** Everything that the event log had at this time was observed. Without these, time stands still in silence. */
    record Clock(long atMillis) implements Observation {}
}
