package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import java.util.ArrayList;
import java.util.List;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Outbox.Entry;
import social.roost.tweet.Tweet;

/**
 * Writes tweets: everything in one logged batch, which Cassandra completes once it has begun, whatever crashes. A
 * deletion is several writes, which the sweep of the outbox completes.
 *
 * <p>Inserts have the time of the tweet's id as their timestamp, and removals a timestamp one microsecond later. So
 * neither order nor repetition nor wrong clocks matter.
 */
final class TweetWriter {
    private final CassandraCluster cassandra;
    private final TweetRows rows;
    private final TweetLists lists;
    private final AuthorBuckets buckets;
    private final RetweetMarks retweets;
    private final OutboxRows outbox;

    TweetWriter(
            CassandraCluster cassandra,
            TweetRows rows,
            TweetLists lists,
            AuthorBuckets buckets,
            RetweetMarks retweets,
            OutboxRows outbox) {
        this.cassandra = cassandra;
        this.rows = rows;
        this.lists = lists;
        this.buckets = buckets;
        this.retweets = retweets;
        this.outbox = outbox;
    }

    /** Stores the tweet and the entry of its event. */
    Entry<OutboxKey> store(Tweet tweet) {
        return store(tweet, List.of());
    }

    /** The same, and removes the entries that stood for it until now. */
    Entry<OutboxKey> store(Tweet tweet, List<OutboxKey> begun) {
        Entry<OutboxKey> entry = OutboxKey.posted(tweet.id(), tweet.authorId());
        List<BatchableStatement<?>> statements = new ArrayList<>();
        statements.add(rows.insert(tweet));
        statements.addAll(lists.inserts(tweet));
        statements.add(buckets.insert(tweet));
        statements.add(outbox.insert(entry));
        begun.forEach(key -> statements.add(outbox.delete(key)));
        cassandra.write(batch(statements));
        buckets.changed(tweet.authorId(), tweet.id());
        return entry;
    }

    /**
     * Ensures that nothing remains of a tweet that was never stored.
     *
     * @param repetition the same tweet with the id of the retry
     * @return false if it is stored
     */
    boolean bury(long tweetId, Tweet repetition) {
        if (!rows.bury(tweetId)) {
            return false;
        }
        long authorId = repetition.authorId();
        Tweet buried = new Tweet(
                tweetId,
                authorId,
                repetition.content(),
                repetition.entities(),
                repetition.references(),
                repetition.conversationId(),
                repetition.visibility());
        List<BatchableStatement<?>> statements = new ArrayList<>(lists.removals(buried));
        statements.add(outbox.delete(OutboxKey.posted(tweetId, authorId).key()));
        cassandra.write(batch(statements));
        return true;
    }

    /**
     * Deletes the tweet, or completes what this attempt started.
     *
     * @param deletion names the attempt
     * @return false if this attempt did not delete it
     */
    boolean delete(Tweet tweet, long deletion, long now) {
        if (!rows.delete(tweet, deletion, now)) {
            return false;
        }
        List<BoundStatement> deletes = lists.deletes(tweet);
        cassandra.forEach(deletes.size(), deletes::get, (_, _) -> {});
        if (tweet.isRetweet()) {
            retweets.release(tweet);
        }
        buckets.changed(tweet.authorId(), tweet.id());
        return true;
    }

    private static BatchStatement batch(List<BatchableStatement<?>> statements) {
        return BatchStatement.newInstance(BatchType.LOGGED).addAll(statements);
    }
}
