package social.roost.tweet.cassandra;

import social.roost.event.Event;
import social.roost.event.Outbox.Entry;
import social.roost.event.cassandra.OutboxKey;

/** Outbox entries of tweets; the cause is the attempt to delete or edit one, or {@link #POSTED}. */
final class TweetEntries {
    static final long POSTED = 0;

    private TweetEntries() {}

    static Entry<OutboxKey> posted(long tweetId, long authorId) {
        return new Entry<>(
                new OutboxKey(TweetRows.timestamp(tweetId), tweetId, POSTED), new Event.TweetPosted(tweetId, authorId));
    }

    static Entry<OutboxKey> edited(long tweetId, long authorId, long attempt, long now) {
        return OutboxKey.begun(tweetId, attempt, new Event.TweetEdited(tweetId, authorId), now);
    }

    static Entry<OutboxKey> deleted(long tweetId, long authorId, long deletion, long now) {
        return OutboxKey.begun(tweetId, deletion, new Event.TweetDeleted(tweetId, authorId), now);
    }
}
