package social.roost.tweet.cassandra;

import java.util.concurrent.TimeUnit;
import social.roost.event.Event;
import social.roost.event.Outbox.Entry;

/**
 * Where an entry of the outbox is.
 *
 * @param written as of when, in microseconds since 1970
 * @param deletion the attempt to delete the tweet that it tells of, {@link #POSTED} when it tells of the post; the cause
 *     when it is of a change of a user's set
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

    /** Of a change of the actor's set that is begun now; the tweet is the one that is marked or retweeted. */
    static Entry<OutboxKey> begun(long tweetId, long cause, Event event, long now) {
        return new Entry<>(new OutboxKey(now * 1_000, tweetId, cause), event);
    }

    /** Not of the tweet alone: many like one tweet. */
    int shard() {
        return Math.floorMod(Long.hashCode((tweetId ^ deletion) * 0x9E3779B97F4A7C15L), SHARDS);
    }

    long minute() {
        return Math.floorDiv(written, MINUTE);
    }
}
