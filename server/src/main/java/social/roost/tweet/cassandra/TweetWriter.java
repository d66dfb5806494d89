package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import java.util.ArrayList;
import java.util.List;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Outbox.Entry;
import social.roost.event.cassandra.OutboxKey;
import social.roost.event.cassandra.OutboxRows;
import social.roost.tweet.Tweet;

/**
 * Writes tweets: everything in one logged batch, which Cassandra completes once it has begun, whatever crashes. The
 * texts of a thread could exceed the size of a batch, so they are written before it; a text alone is no tweet. A deletion
 * is several writes, which the sweep of the outbox completes.
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

    /** Stores tweets of one author and the entries of their events. */
    List<Entry<OutboxKey>> store(List<Tweet> thread) {
        return store(thread, List.of());
    }

    /** The same, and removes the entries that stood for them until now. */
    List<Entry<OutboxKey>> store(List<Tweet> thread, List<OutboxKey> begun) {
        boolean several = thread.size() > 1;
        if (several) {
            cassandra.forEach(thread.size(), i -> rows.insertText(thread.get(i)), (_, _) -> {});
        }
        List<Entry<OutboxKey>> entries = new ArrayList<>(thread.size());
        List<BatchableStatement<?>> statements = new ArrayList<>();
        for (Tweet tweet : thread) {
            Entry<OutboxKey> entry = TweetEntries.posted(tweet.id(), tweet.authorId());
            entries.add(entry);
            statements.add(several ? rows.insertWithoutText(tweet) : rows.insert(tweet));
            statements.addAll(lists.inserts(tweet));
            statements.add(buckets.insert(tweet));
            statements.add(outbox.insert(entry));
        }
        begun.forEach(key -> statements.add(outbox.delete(key)));
        cassandra.write(batch(statements));
        Tweet first = thread.getFirst();
        buckets.changed(first.authorId(), first.id());
        return entries;
    }

    /**
     * Ensures that nothing remains of tweets that were never stored. The first one decides: once it is buried, the
     * others do not exist either, even if their batch arrives meanwhile.
     *
     * @param firstId of the tweets
     * @param repetition the same tweets with the ids of the retry
     * @return false if the first one is stored
     */
    boolean bury(long firstId, List<Tweet> repetition) {
        if (!rows.bury(firstId)) {
            return false;
        }
        remove(firstId, repetition.getFirst());
        for (int i = 1; i < repetition.size(); i++) {
            rows.buryAnyway(firstId + i);
            remove(firstId + i, repetition.get(i).continuing(firstId + i - 1));
        }
        return true;
    }

    private void remove(long tweetId, Tweet repetition) {
        Tweet buried = repetition.withId(tweetId);
        List<BatchableStatement<?>> statements = new ArrayList<>(lists.removals(buried));
        statements.add(
                outbox.delete(TweetEntries.posted(tweetId, buried.authorId()).key()));
        cassandra.write(batch(statements));
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
        } else {
            rows.edits().erase(tweet.id(), deletion);
        }
        buckets.changed(tweet.authorId(), tweet.id());
        return true;
    }

    private static BatchStatement batch(List<BatchableStatement<?>> statements) {
        return BatchStatement.newInstance(BatchType.LOGGED).addAll(statements);
    }
}
