package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import java.util.List;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Outbox.Entry;
import social.roost.tweet.Tweet;

/**
 * What is written of a tweet: everything by one logged batch, which Cassandra completes whatever crashes once it has begun.
 *
 * <p>Values are as of the time in the tweet's id and removals as of a microsecond later, so it makes no difference in which
 * order they come, how often, or whose clock is right.
 */
final class TweetWriter {
    private final CassandraCluster cassandra;
    private final TweetRows rows;
    private final AuthorTweets authors;
    private final AuthorBuckets buckets;
    private final OutboxRows outbox;

    TweetWriter(
            CassandraCluster cassandra,
            TweetRows rows,
            AuthorTweets authors,
            AuthorBuckets buckets,
            OutboxRows outbox) {
        this.cassandra = cassandra;
        this.rows = rows;
        this.authors = authors;
        this.buckets = buckets;
        this.outbox = outbox;
    }

    /** Stores the tweet and the entry of its event. */
    Entry<OutboxKey> store(Tweet tweet) {
        Entry<OutboxKey> entry = OutboxKey.posted(tweet.id(), tweet.authorId());
        cassandra.write(
                batch(List.of(rows.insert(tweet), authors.insert(tweet), buckets.insert(tweet), outbox.insert(entry))));
        buckets.changed(tweet.authorId(), tweet.id());
        return entry;
    }

    /**
     * Sees to it that nothing will be there of a tweet which was never stored.
     *
     * @return false when it is stored
     */
    boolean bury(long tweetId, long authorId) {
        if (!rows.bury(tweetId)) {
            return false;
        }
        cassandra.write(batch(List.of(
                authors.delete(authorId, tweetId),
                outbox.delete(OutboxKey.posted(tweetId, authorId).key()))));
        return true;
    }

    /**
     * Deletes the tweet, or completes what this attempt began.
     *
     * @param deletion names the attempt
     * @return false when it was not this attempt that deleted it
     */
    boolean delete(Tweet tweet, long deletion, long now) {
        if (!rows.delete(tweet, deletion, now)) {
            return false;
        }
        cassandra.write(authors.delete(tweet.authorId(), tweet.id()));
        buckets.changed(tweet.authorId(), tweet.id());
        return true;
    }

    private static BatchStatement batch(List<BatchableStatement<?>> statements) {
        return BatchStatement.newInstance(BatchType.LOGGED).addAll(statements);
    }
}
