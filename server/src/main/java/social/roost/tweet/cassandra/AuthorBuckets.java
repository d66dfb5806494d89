package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.tweet.Tweet;

/**
 * The rows of {@code author_bucket}: an author's buckets, and the number of tweets in each.
 *
 * <p>Counts are counted from the rows of {@code tweet_by_author}. The count of a closed bucket is stored, on the
 * condition that the version has not changed since before counting. A change of such a bucket is followed by a new
 * version. So a stored count never lacks a change: either it was counted after the change, or the version rejects or
 * removes it.
 */
final class AuthorBuckets {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorBuckets.class);

    private final CassandraCluster cassandra;
    private final InstantSource clock;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement count;
    private final PreparedStatement close;
    private final PreparedStatement reopen;

    AuthorBuckets(CassandraCluster cassandra, InstantSource clock) {
        this.cassandra = cassandra;
        this.clock = clock;
        insert = cassandra.prepare("INSERT INTO author_bucket (author_id, bucket) VALUES (?, ?) USING TIMESTAMP ?");
        select = cassandra.prepare("SELECT bucket, tweets, version FROM author_bucket WHERE author_id = ?");
        count = cassandra.prepare("SELECT count(*) FROM tweet_by_author WHERE author_id = ? AND bucket = ?");
        close = cassandra.prepare(
                "UPDATE author_bucket SET tweets = ? WHERE author_id = ? AND bucket = ? IF version = ?");
        reopen = cassandra.prepare("UPDATE author_bucket SET tweets = null, version = ?"
                + " WHERE author_id = ? AND bucket = ? IF EXISTS");
    }

    BoundStatement insert(Tweet tweet) {
        return insert.bind(tweet.authorId(), Bucket.of(tweet.id()), TweetRows.timestamp(tweet.id()));
    }

    /** Reads the buckets of these authors. */
    void forEach(long[] authorIds, Consumer<AuthorBucket> taker) {
        cassandra.forEach(
                authorIds.length,
                i -> select.bind(authorIds[i]),
                (i, rows) -> rows.forEach(row -> taker.accept(AuthorBucket.of(authorIds[i], row))));
    }

    Map<Long, Long> counts(long[] authorIds) {
        Map<Long, Long> counts = HashMap.newHashMap(authorIds.length);
        List<AuthorBucket> unknown = new ArrayList<>();
        forEach(authorIds, bucket -> {
            if (bucket.tweets() == null) {
                unknown.add(bucket);
            } else {
                counts.merge(bucket.authorId(), bucket.tweets(), Long::sum);
            }
        });
        List<AuthorBucket> counted = count(unknown);
        counted.forEach(bucket -> counts.merge(bucket.authorId(), bucket.known(), Long::sum));
        close(counted.stream()
                .filter(bucket -> Bucket.mayBeClosed(bucket.bucket(), clock))
                .toList());
        return counts;
    }

    private List<AuthorBucket> count(List<AuthorBucket> unknown) {
        List<AuthorBucket> counted = new ArrayList<>(unknown.size());
        cassandra.forEach(
                unknown.size(),
                i -> count.bind(unknown.get(i).authorId(), unknown.get(i).bucket()),
                (i, rows) -> counted.add(unknown.get(i).with(rows.getFirst().getLong(0))));
        return counted;
    }

    /** Stores the counts; if that fails, a later call will. */
    private void close(List<AuthorBucket> counted) {
        try {
            cassandra.forEach(counted.size(), i -> close(counted.get(i)), (_, _) -> {});
        } catch (UnavailableException e) {
            LOG.debug("Could not update the counts of {} buckets", counted.size(), e);
        }
    }

    private BoundStatement close(AuthorBucket bucket) {
        return CassandraCluster.bind(close, bucket.known(), bucket.authorId(), bucket.bucket(), bucket.version());
    }

    /** Called after a change of this tweet's bucket: invalidates an earlier count. Idempotent. */
    void changed(long authorId, long tweetId) {
        int bucket = Bucket.of(tweetId);
        if (Bucket.mayHaveBeenClosed(bucket, clock)) {
            long version = ThreadLocalRandom.current().nextLong();
            var _ = cassandra.writeIf(reopen.bind(version, authorId, bucket));
        }
    }

    /**
     * A bucket of an author.
     *
     * @param tweets the number of tweets, null if unknown
     * @param version null while it has never changed
     */
    record AuthorBucket(
            long authorId,
            int bucket,
            @Nullable Long tweets,
            @Nullable Long version) {

        private static AuthorBucket of(long authorId, Row row) {
            return new AuthorBucket(
                    authorId, row.getInt("bucket"), row.get("tweets", Long.class), row.get("version", Long.class));
        }

        private AuthorBucket with(long counted) {
            return new AuthorBucket(authorId, bucket, counted, version);
        }

        private long known() {
            return tweets == null ? 0 : tweets;
        }
    }
}
