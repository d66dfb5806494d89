package social.roost.tweet.cassandra;

import java.util.concurrent.TimeUnit;
import social.roost.event.Event;
import social.roost.event.Outbox.Entry;

/**
 * The location of an outbox entry.
 *
 * @param written its timestamp in microseconds since 1970
 * @param deletion the attempt to delete the tweet; {@link #POSTED} for a post; the cause for a change of a user's set
 */
record OutboxKey(long written, long tweetId, long deletion) {
    static final int SHARDS = 16;
    static final long POSTED = 0;
    static final long MINUTE = TimeUnit.MINUTES.toMicros(1);

    static Entry<OutboxKey> posted(long tweetId, long authorId) {
        return new Entry<>(
                new OutboxKey(TweetRows.timestamp(tweetId), tweetId, POSTED), new Event.TweetPosted(tweetId, authorId));
    }

    static Entry<OutboxKey> deleted(long tweetId, long authorId, long deletion, long now) {
        return new Entry<>(new OutboxKey(now * 1_000, tweetId, deletion), new Event.TweetDeleted(tweetId, authorId));
    }

    /** The key for a change of the actor's set that starts now; the tweet is the marked or retweeted one. */
    static Entry<OutboxKey> begun(long tweetId, long cause, Event event, long now) {
        return new Entry<>(new OutboxKey(now * 1_000, tweetId, cause), event);
    }

    /** Not by the tweet alone: many users like one tweet. */
    int shard() {
        return Math.floorMod(Long.hashCode((tweetId ^ deletion) * 0x9E3779B97F4A7C15L), SHARDS);
    }

    long minute() {
        return Math.floorDiv(written, MINUTE);
    }
}
