package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Outbox;
import social.roost.event.Relay;
import social.roost.http.Json;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;
import social.roost.tweet.cassandra.KeyClaims.Claim;
import social.roost.tweet.text.Entities;

/**
 * Tweets in the tables of {@link TweetTables}. A post is one logged batch of tweet, index and event, which is applied whole
 * however it is cut short. What is deleted is deleted with a later timestamp than it was written with, so a write that comes late
 * does not bring it back.
 */
public final class CassandraTweetStore implements TweetStore {
    /** A post that holds a key must be stored within this, or is not answered as stored. */
    private static final Duration POST_DEADLINE = Duration.ofSeconds(5);

    /** After this a key whose tweet is not there is free: whoever claimed it has given up. */
    private static final Duration CLAIM_PATIENCE = POST_DEADLINE.multipliedBy(2);

    private static final int POLLS = 50;
    private static final long POLL_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(20);

    private final CassandraCluster cassandra;
    private final Relay relay;
    private final AuthorIndex authors;
    private final KeyClaims keys;
    private final TweetOutbox outbox;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement markDeleted;
    private final PreparedStatement bury;

    public CassandraTweetStore(CassandraCluster cassandra, Relay relay, InstantSource clock) {
        this.cassandra = cassandra;
        this.relay = relay;
        authors = new AuthorIndex(cassandra, clock);
        keys = new KeyClaims(cassandra);
        outbox = new TweetOutbox(cassandra, authors, clock);
        insert = cassandra.prepare("INSERT INTO tweet (id, author_id, content, entities, reply_to_id, conversation_id)"
                + " VALUES (?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
        select = cassandra.prepare("SELECT * FROM tweet WHERE id = ?");
        markDeleted = cassandra.prepare(
                "UPDATE tweet SET deleted_at = ? WHERE id = ? IF author_id = ? AND deleted_at = null");
        bury = cassandra.prepare("INSERT INTO tweet (id, deleted_at) VALUES (?, ?) USING TIMESTAMP ?");
    }

    /** Where the events of tweets wait for the log. */
    public Outbox<?> outbox() {
        return outbox;
    }

    @Override
    public Posted post(Tweet tweet, @Nullable IdempotencyKey key) {
        if (key == null) {
            store(tweet, null);
            return new Posted.Stored();
        }
        long begin = System.nanoTime();
        Claim earlier = keys.claim(tweet, key);
        if (earlier == null) {
            store(tweet, null);
        } else {
            Posted other = judge(earlier, tweet, key);
            if (other != null) {
                return other;
            }
        }
        if (System.nanoTime() - begin > POST_DEADLINE.toNanos()) {
            // By now a retry may have taken the key over, and buried this tweet.
            throw new UnavailableException(cassandra.guard().dependency(), null);
        }
        return new Posted.Stored();
    }

    /** What a key that someone has means for this tweet; null when it was stored in spite of it. */
    private @Nullable Posted judge(Claim earlier, Tweet tweet, IdempotencyKey key) {
        long age = tweet.createdAt() - earlier.createdAt();
        boolean expired = age > IdempotencyKey.LIFETIME.toMillis();
        if (!expired && !earlier.request().equals(key.request())) {
            return new Posted.KeyReused();
        }
        if (!expired && isStored(earlier.tweetId(), age)) {
            return new Posted.Repeated(earlier.tweetId());
        }
        if (!keys.replace(earlier, tweet, key)) {
            throw new UnavailableException(cassandra.guard().dependency(), null);
        }
        store(tweet, expired ? null : earlier);
        return null;
    }

    /**
     * Whether the tweet that a key stands for is there; waits for it a little, as its post may be in progress.
     *
     * @param age of the claim, in milliseconds
     */
    private boolean isStored(long tweetId, long age) {
        for (int i = 0; i < POLLS; i++) {
            if (findPosted(tweetId) != null) {
                return true;
            }
            if (age > CLAIM_PATIENCE.toMillis()) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOSECONDS);
        }
        throw new UnavailableException(cassandra.guard().dependency(), null);
    }

    /**
     * Stores the tweet with its event.
     *
     * @param failed who had the tweet's key and never stored its own tweet, which from now on must not appear
     */
    private void store(Tweet tweet, @Nullable Claim failed) {
        long timestamp = tweet.createdAt() * 1000;
        Outbox.Entry<TweetOutbox.Key> entry = outbox.posted(tweet.id(), tweet.authorId());
        BatchStatementBuilder batch = BatchStatement.builder(BatchType.LOGGED)
                .addStatement(CassandraCluster.bind(
                        insert,
                        tweet.id(),
                        tweet.authorId(),
                        tweet.content(),
                        new String(Json.encode(tweet.entities()), StandardCharsets.UTF_8),
                        tweet.replyToId(),
                        tweet.conversationId(),
                        timestamp))
                .addStatements(authors.inserts(tweet, timestamp))
                .addStatement(outbox.insert(entry));
        if (failed != null) {
            batch.addStatement(bury.bind(failed.tweetId(), tweet.createdAt(), timestamp))
                    .addStatement(authors.delete(tweet.authorId(), failed.tweetId(), timestamp));
        }
        var _ = cassandra.execute(batch.build());
        authors.changed(tweet.authorId(), tweet.id());
        relay.committed(outbox, entry);
    }

    @Override
    public boolean delete(long id, long now) {
        Row row = row(id);
        if (row == null || row.isNull("author_id") || !row.isNull("deleted_at")) {
            return false;
        }
        long author = row.getLong("author_id");
        Outbox.Entry<TweetOutbox.Key> entry = outbox.deleted(id, author);
        var _ = cassandra.execute(outbox.insert(entry));
        Row applied = cassandra
                .execute(markDeleted.bind(now, id, author).setIdempotent(false))
                .one();
        if (applied == null || !applied.getBoolean("[applied]")) {
            return false;
        }
        long later = Math.max(now * 1000, tweet(row).createdAt() * 1000 + 1);
        var _ = cassandra.execute(authors.delete(author, id, later));
        authors.changed(author, id);
        relay.committed(outbox, entry);
        return true;
    }

    @Override
    public Map<Long, Tweet> find(long[] ids) {
        Map<Long, Tweet> found = HashMap.newHashMap(ids.length);
        cassandra.readAll(LongStream.of(ids).mapToObj(select::bind).toList()).stream()
                .flatMap(Collection::stream)
                .filter(row -> !row.isNull("author_id") && row.isNull("deleted_at"))
                .forEach(row -> found.put(row.getLong("id"), tweet(row)));
        return found;
    }

    @Override
    public @Nullable Tweet findPosted(long id) {
        Row row = row(id);
        return row == null || row.isNull("author_id") ? null : tweet(row);
    }

    @Override
    public long[] newest(long[] authorIds, long before, int limit) {
        return authors.newest(authorIds, before, limit);
    }

    @Override
    public long[] oldest(long[] authorIds, long after, int limit) {
        return authors.oldest(authorIds, after, limit);
    }

    @Override
    public Map<Long, Long> counts(long[] authorIds) {
        return authors.counts(authorIds);
    }

    private @Nullable Row row(long id) {
        return cassandra.execute(select.bind(id)).one();
    }

    private static Tweet tweet(Row row) {
        String entities = Objects.requireNonNull(row.getString("entities"));
        return new Tweet(
                row.getLong("id"),
                row.getLong("author_id"),
                Objects.requireNonNull(row.getString("content")),
                Json.decode(entities.getBytes(StandardCharsets.UTF_8), Entities.class),
                row.isNull("reply_to_id") ? null : (Long) row.getLong("reply_to_id"),
                row.getLong("conversation_id"));
    }
}
