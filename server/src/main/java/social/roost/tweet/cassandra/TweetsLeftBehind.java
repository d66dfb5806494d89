package social.roost.tweet.cassandra;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.event.Outbox.Entry;
import social.roost.event.TracedEvent;
import social.roost.event.cassandra.CassandraOutbox;
import social.roost.event.cassandra.OutboxKey;
import social.roost.event.cassandra.OutboxRows.Written;
import social.roost.tweet.cassandra.TweetRows.Stored;

/** Entries of tweets and of what users do with them that a crash left in the outbox. */
final class TweetsLeftBehind implements CassandraOutbox.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(TweetsLeftBehind.class);

    /** Longer than Cassandra tries to complete a batch, see {@link TweetTables}. */
    private static final Duration GIVEN_UP = Duration.ofDays(2);

    private final CassandraOutbox outbox;
    private final TweetRows tweets;
    private final TweetWriter writer;
    private final AuthorBuckets buckets;
    private final BegunChanges changes;

    TweetsLeftBehind(
            CassandraOutbox outbox, TweetRows tweets, TweetWriter writer, AuthorBuckets buckets, BegunChanges changes) {
        this.outbox = outbox;
        this.tweets = tweets;
        this.writer = writer;
        this.buckets = buckets;
        this.changes = changes;
    }

    @Override
    public @Nullable Entry<OutboxKey> settle(Written written, @Nullable TracedEvent begun, long now) {
        OutboxKey key = written.key();
        if (begun != null) {
            return changed(key, begun);
        }
        Stored stored = tweets.findSettled(key.subject());
        if (stored == null) {
            giveUpIfOld(key, now);
            return null;
        }
        return key.cause() == TweetEntries.POSTED ? posted(written) : deleted(written, stored, now);
    }

    private @Nullable Entry<OutboxKey> changed(OutboxKey key, TracedEvent begun) {
        if (changes.settle(key, begun.event()) == null) {
            outbox.remove(List.of(key));
            return null;
        }
        return new Entry<>(key, begun);
    }

    private Entry<OutboxKey> posted(Written written) {
        long tweetId = written.key().subject();
        buckets.changed(written.actor(), tweetId);
        return new Entry<>(
                written.key(), TweetEntries.posted(tweetId, written.actor()).event());
    }

    private @Nullable Entry<OutboxKey> deleted(Written written, Stored stored, long now) {
        OutboxKey key = written.key();
        if (!writer.delete(stored.tweet(), key.cause(), now)) {
            outbox.remove(List.of(key));
            return null;
        }
        return new Entry<>(
                key,
                TweetEntries.deleted(key.subject(), written.actor(), key.cause(), now)
                        .event());
    }

    private void giveUpIfOld(OutboxKey key, long now) {
        if (key.isOlderThan(GIVEN_UP, now)) {
            LOG.warn("Tweet {} was never stored completely; dropped its event", key.subject());
            outbox.remove(List.of(key));
        }
    }
}
