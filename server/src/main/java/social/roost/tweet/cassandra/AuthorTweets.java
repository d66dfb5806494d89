package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.IntFunction;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.tweet.Tweet;

/**
 * The rows of {@code tweet_by_author}: the tweets of many authors merged.
 *
 * <p>Bucket by bucket, since all ids of one come before all of the next, and only those that an author has. A heap holds the
 * best ids found so far; once it is full, an author is asked only for what beats its worst.
 */
final class AuthorTweets {
    private final CassandraCluster cassandra;
    private final AuthorBuckets buckets;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement newest;
    private final PreparedStatement oldest;

    AuthorTweets(CassandraCluster cassandra, AuthorBuckets buckets) {
        this.cassandra = cassandra;
        this.buckets = buckets;
        insert = cassandra.prepare(
                "INSERT INTO tweet_by_author (author_id, bucket, id) VALUES (?, ?, ?) USING TIMESTAMP ?");
        delete = cassandra.prepare(
                "DELETE FROM tweet_by_author USING TIMESTAMP ? WHERE author_id = ? AND bucket = ? AND id = ?");
        String range = "SELECT id FROM tweet_by_author WHERE author_id = ? AND bucket = ? AND id > ? AND id < ?";
        newest = cassandra.prepare(range + " ORDER BY id DESC LIMIT ?");
        oldest = cassandra.prepare(range + " ORDER BY id ASC LIMIT ?");
    }

    BoundStatement insert(Tweet tweet) {
        return insert.bind(tweet.authorId(), Bucket.of(tweet.id()), tweet.id(), TweetRows.timestamp(tweet.id()));
    }

    /** Wins over the insert, also when that comes later. */
    BoundStatement delete(long authorId, long tweetId) {
        return delete.bind(TweetRows.timestamp(tweetId) + 1, authorId, Bucket.of(tweetId), tweetId);
    }

    /** The greatest ids below this one, in falling order. */
    long[] newest(long[] authorIds, long before, int limit) {
        Best best = new Best(limit, Comparator.naturalOrder());
        if (before > 0) {
            byBucket(authorIds)
                    .headMap(Bucket.of(before), true)
                    .descendingMap()
                    .forEach((bucket, authors) -> collect(
                            authors, best, i -> newest.bind(authors.get(i), bucket, best.worstOr(0), before, limit)));
        }
        return best.falling();
    }

    /** The lowest ids above this one, in falling order. */
    long[] oldest(long[] authorIds, long after, int limit) {
        Best best = new Best(limit, Comparator.reverseOrder());
        byBucket(authorIds)
                .tailMap(Bucket.of(after), true)
                .forEach((bucket, authors) -> collect(
                        authors,
                        best,
                        i -> oldest.bind(authors.get(i), bucket, after, best.worstOr(Long.MAX_VALUE), limit)));
        return best.falling();
    }

    private void collect(List<Long> authors, Best best, IntFunction<BoundStatement> read) {
        if (!best.isFull()) {
            cassandra.forEach(authors.size(), read, (i, rows) -> rows.forEach(best::add));
        }
    }

    private NavigableMap<Integer, List<Long>> byBucket(long[] authorIds) {
        NavigableMap<Integer, List<Long>> authors = new TreeMap<>();
        buckets.forEach(
                authorIds,
                bucket -> authors.computeIfAbsent(bucket.bucket(), _ -> new ArrayList<>())
                        .add(bucket.authorId()));
        return authors;
    }

    /** The best ids found so far; the first is the worst of them. */
    private record Best(int limit, PriorityQueue<Long> ids) {
        Best(int limit, Comparator<Long> worstFirst) {
            this(limit, new PriorityQueue<>(worstFirst));
        }

        boolean isFull() {
            return ids.size() >= limit;
        }

        long worstOr(long bound) {
            return isFull() ? ids.element() : bound;
        }

        void add(Row row) {
            ids.add(row.getLong(0));
            if (ids.size() > limit) {
                ids.remove();
            }
        }

        long[] falling() {
            return ids.stream()
                    .sorted(Comparator.reverseOrder())
                    .mapToLong(id -> id)
                    .toArray();
        }
    }
}
