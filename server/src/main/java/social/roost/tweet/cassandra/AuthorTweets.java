package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.tweet.Tweet;

/**
 * The rows of {@code tweet_by_author} or of a table with some of them: the tweets of many authors, merged.
 *
 * <p>Reads bucket by bucket, because all ids of a bucket precede those of the next, and only buckets that an author
 * has. A heap contains the top ids found so far; once it is full, an author is asked only for ids that beat its worst.
 */
final class AuthorTweets {
    private final CassandraCluster cassandra;
    private final AuthorBuckets buckets;
    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement newest;
    private final PreparedStatement oldest;

    AuthorTweets(CassandraCluster cassandra, AuthorBuckets buckets, String table) {
        this.cassandra = cassandra;
        this.buckets = buckets;
        insert = cassandra.prepare(
                "INSERT INTO " + table + " (author_id, bucket, id) VALUES (?, ?, ?) USING TIMESTAMP ?");
        delete = cassandra.prepare(
                "DELETE FROM " + table + " USING TIMESTAMP ? WHERE author_id = ? AND bucket = ? AND id = ?");
        String range = "SELECT id FROM " + table + " WHERE author_id = ? AND bucket = ? AND id > ? AND id < ?";
        newest = cassandra.prepare(range + " ORDER BY id DESC LIMIT ?");
        oldest = cassandra.prepare(range + " ORDER BY id ASC LIMIT ?");
    }

    BoundStatement insert(Tweet tweet) {
        return insert.bind(tweet.authorId(), Bucket.of(tweet.id()), tweet.id(), TweetRows.timestamp(tweet.id()));
    }

    /** Wins over the insert, even if that arrives later. */
    BoundStatement delete(long authorId, long tweetId) {
        return delete.bind(TweetRows.timestamp(tweetId) + 1, authorId, Bucket.of(tweetId), tweetId);
    }

    /** The greatest ids below this one, descending. */
    long[] newest(long[] authorIds, long before, int limit) {
        TopIds top = TopIds.greatest(limit);
        if (before > 0) {
            byBucket(authorIds)
                    .headMap(Bucket.of(before), true)
                    .descendingMap()
                    .forEach((bucket, authors) -> collect(
                            authors, top, i -> newest.bind(authors.get(i), bucket, top.worstOr(0), before, limit)));
        }
        return top.falling();
    }

    /** The lowest ids above this one, descending. */
    long[] oldest(long[] authorIds, long after, int limit) {
        TopIds top = TopIds.lowest(limit);
        byBucket(authorIds)
                .tailMap(Bucket.of(after), true)
                .forEach((bucket, authors) -> collect(
                        authors,
                        top,
                        i -> oldest.bind(authors.get(i), bucket, after, top.worstOr(Long.MAX_VALUE), limit)));
        return top.falling();
    }

    /** The greatest ids of each author, descending. Reads from an author's earlier bucket only what is still missing. */
    Map<Long, long[]> newestOfEach(long[] authorIds, int limit) {
        Map<Long, TopIds> top = HashMap.newHashMap(authorIds.length);
        byBucket(authorIds).descendingMap().forEach((bucket, authors) -> {
            List<Long> open = authors.stream()
                    .filter(author -> !top.computeIfAbsent(author, _ -> TopIds.greatest(limit))
                            .isFull())
                    .toList();
            cassandra.forEach(
                    open.size(),
                    i -> newest.bind(open.get(i), bucket, 0L, Long.MAX_VALUE, limit),
                    (i, rows) -> Objects.requireNonNull(top.get(open.get(i))).addAll(rows));
        });
        Map<Long, long[]> falling = HashMap.newHashMap(top.size());
        top.forEach((author, ids) -> falling.put(author, ids.falling()));
        return falling;
    }

    private void collect(List<Long> authors, TopIds top, IntFunction<BoundStatement> read) {
        if (!top.isFull()) {
            cassandra.forEach(authors.size(), read, (_, rows) -> top.addAll(rows));
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
}
