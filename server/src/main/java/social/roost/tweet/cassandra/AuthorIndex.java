package social.roost.tweet.cassandra;

import static social.roost.driver.cassandra.CassandraCluster.bind;

import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.tweet.Tweet;

/**
 * An author's tweets in order, and how many they are.
 *
 * <p>Counts come from the rows. That of a bucket which is over is remembered, on the condition that {@code version} is what it
 * was before counting; whoever changes such a bucket raises the version after the change. So a remembered count never misses a
 * change: either it was counted after the change, or the new version refuses it, or the new version wipes it out.
 */
final class AuthorIndex {
    private final CassandraCluster cassandra;
    private final InstantSource clock;
    private final PreparedStatement insert;
    private final PreparedStatement insertBucket;
    private final PreparedStatement delete;
    private final PreparedStatement buckets;
    private final PreparedStatement newest;
    private final PreparedStatement oldest;
    private final PreparedStatement count;
    private final PreparedStatement remember;
    private final PreparedStatement version;
    private final PreparedStatement invalidate;

    AuthorIndex(CassandraCluster cassandra, InstantSource clock) {
        this.cassandra = cassandra;
        this.clock = clock;
        insert = cassandra.prepare(
                "INSERT INTO tweet_by_author (author_id, bucket, id) VALUES (?, ?, ?) USING TIMESTAMP ?");
        insertBucket =
                cassandra.prepare("INSERT INTO author_bucket (author_id, bucket) VALUES (?, ?) USING TIMESTAMP ?");
        delete = cassandra.prepare(
                "DELETE FROM tweet_by_author USING TIMESTAMP ? WHERE author_id = ? AND bucket = ? AND id = ?");
        buckets = cassandra.prepare("SELECT author_id, bucket, tweets, version FROM author_bucket WHERE author_id = ?");
        newest = cassandra.prepare("SELECT id FROM tweet_by_author WHERE author_id = ? AND bucket = ? AND id > ?"
                + " AND id < ? ORDER BY id DESC LIMIT ?");
        oldest = cassandra.prepare("SELECT id FROM tweet_by_author WHERE author_id = ? AND bucket = ? AND id > ?"
                + " AND id < ? ORDER BY id ASC LIMIT ?");
        count = cassandra.prepare("SELECT count(*) FROM tweet_by_author WHERE author_id = ? AND bucket = ?");
        remember = cassandra.prepare(
                "UPDATE author_bucket SET tweets = ? WHERE author_id = ? AND bucket = ? IF version = ?");
        version = cassandra.prepare("SELECT version FROM author_bucket WHERE author_id = ? AND bucket = ?");
        invalidate = cassandra.prepare("UPDATE author_bucket SET tweets = null, version = ?"
                + " WHERE author_id = ? AND bucket = ? IF version = ?");
    }

    /** What a batch that stores the tweet must hold. */
    List<BatchableStatement<?>> inserts(Tweet tweet, long timestamp) {
        int bucket = Bucket.of(tweet.id());
        return List.of(
                insert.bind(tweet.authorId(), bucket, tweet.id(), timestamp),
                insertBucket.bind(tweet.authorId(), bucket, timestamp));
    }

    BoundStatement delete(long authorId, long tweetId, long timestamp) {
        return delete.bind(timestamp, authorId, Bucket.of(tweetId), tweetId);
    }

    /** Call it after a change of this tweet's bucket: a count that was made before does not last. May be repeated. */
    void changed(long authorId, long tweetId) {
        int bucket = Bucket.of(tweetId);
        if (!Bucket.isOver(bucket, clock)) {
            return;
        }
        Row known = cassandra.execute(version.bind(authorId, bucket)).one();
        Long last = known == null ? null : nullable(known);
        while (true) {
            long next = last == null ? 1 : last + 1;
            Row applied = cassandra
                    .execute(bind(invalidate, next, authorId, bucket, last).setIdempotent(false))
                    .one();
            if (applied == null || applied.getBoolean("[applied]")) {
                return;
            }
            last = nullable(applied);
        }
    }

    Map<Long, Long> counts(long[] authorIds) {
        Map<Long, Long> counts = HashMap.newHashMap(authorIds.length);
        List<Row> open = new ArrayList<>();
        for (Row row : buckets(authorIds)) {
            if (row.isNull("tweets")) {
                open.add(row);
            } else {
                counts.merge(row.getLong("author_id"), row.getLong("tweets"), Long::sum);
            }
        }
        List<List<Row>> counted = cassandra.readAll(open.stream()
                .map(row -> count.bind(row.getLong("author_id"), row.getInt("bucket")))
                .toList());
        for (int i = 0; i < open.size(); i++) {
            long tweets = counted.get(i).getFirst().getLong(0);
            counts.merge(open.get(i).getLong("author_id"), tweets, Long::sum);
            remember(open.get(i), tweets);
        }
        return counts;
    }

    private void remember(Row bucket, long tweets) {
        if (Bucket.isOver(bucket.getInt("bucket"), clock)) {
            var _ = cassandra.execute(
                    bind(remember, tweets, bucket.getLong("author_id"), bucket.getInt("bucket"), nullable(bucket))
                            .setIdempotent(false));
        }
    }

    /** The greatest ids below this one, in falling order. */
    long[] newest(long[] authorIds, long before, int limit) {
        NavigableMap<Integer, List<Long>> authors = authorsByBucket(authorIds);
        PriorityQueue<Long> best = new PriorityQueue<>(Comparator.naturalOrder());
        int from = before <= 0 ? -1 : Bucket.of(before);
        authors.headMap(from, true).descendingMap().forEach((bucket, some) -> {
            if (best.size() < limit) {
                collect(newest, bucket, some, 0, before, limit, best);
            }
        });
        return falling(best);
    }

    /** The lowest ids above this one, in falling order. */
    long[] oldest(long[] authorIds, long after, int limit) {
        NavigableMap<Integer, List<Long>> authors = authorsByBucket(authorIds);
        PriorityQueue<Long> best = new PriorityQueue<>(Comparator.reverseOrder());
        authors.tailMap(Bucket.of(after), true).forEach((bucket, some) -> {
            if (best.size() < limit) {
                collect(oldest, bucket, some, after, Long.MAX_VALUE, limit, best);
            }
        });
        return falling(best);
    }

    /** All ids of one bucket lie on one side of those of the next, so once there are enough no other bucket is read. */
    private void collect(
            PreparedStatement select,
            int bucket,
            List<Long> authors,
            long after,
            long before,
            int limit,
            PriorityQueue<Long> best) {
        List<BoundStatement> reads = authors.stream()
                .map(author -> select.bind(author, bucket, after, before, limit))
                .toList();
        for (List<Row> rows : cassandra.readAll(reads)) {
            for (Row row : rows) {
                best.add(row.getLong(0));
                if (best.size() > limit) {
                    best.remove();
                }
            }
        }
    }

    private NavigableMap<Integer, List<Long>> authorsByBucket(long[] authorIds) {
        NavigableMap<Integer, List<Long>> authors = new TreeMap<>();
        for (Row row : buckets(authorIds)) {
            authors.computeIfAbsent(row.getInt("bucket"), bucket -> new ArrayList<>())
                    .add(row.getLong("author_id"));
        }
        return authors;
    }

    private List<Row> buckets(long[] authorIds) {
        return cassandra
                .readAll(LongStream.of(authorIds).mapToObj(buckets::bind).toList())
                .stream()
                .flatMap(Collection::stream)
                .toList();
    }

    private static long[] falling(PriorityQueue<Long> best) {
        return best.stream()
                .sorted(Comparator.reverseOrder())
                .mapToLong(id -> id)
                .toArray();
    }

    private static @Nullable Long nullable(Row row) {
        return row.isNull("version") ? null : row.getLong("version");
    }
}
