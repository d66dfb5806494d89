package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.Tweet;

/**
 * Which tweet an idempotency key stands for. A key is claimed for a tweet before the tweet is stored, as Cassandra cannot do both
 * at once; what a crash in between leaves is for {@link CassandraTweetStore} to see to.
 */
final class KeyClaims {
    private static final int LIFETIME_SECONDS =
            (int) IdempotencyKey.LIFETIME.plus(Duration.ofHours(1)).toSeconds();

    private final CassandraCluster cassandra;
    private final PreparedStatement insert;
    private final PreparedStatement replace;

    KeyClaims(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        insert = cassandra.prepare("INSERT INTO idempotency_key (author_id, name, request, tweet_id, created_at)"
                + " VALUES (?, ?, ?, ?, ?) IF NOT EXISTS USING TTL ?");
        replace = cassandra.prepare("UPDATE idempotency_key USING TTL ? SET request = ?, tweet_id = ?, created_at = ?"
                + " WHERE author_id = ? AND name = ? IF tweet_id = ?");
    }

    /** Takes the key for this tweet; null when it was free, else who has it. */
    @Nullable
    Claim claim(Tweet tweet, IdempotencyKey key) {
        Row row = cassandra
                .execute(insert.bind(
                                tweet.authorId(),
                                key.name(),
                                key.request(),
                                tweet.id(),
                                tweet.createdAt(),
                                LIFETIME_SECONDS)
                        .setIdempotent(false))
                .one();
        return row == null || row.getBoolean("[applied]")
                ? null
                : new Claim(
                        Objects.requireNonNull(row.getString("request")),
                        row.getLong("tweet_id"),
                        row.getLong("created_at"));
    }

    /** Takes the key over; false when someone else was quicker. */
    boolean replace(Claim old, Tweet tweet, IdempotencyKey key) {
        Row row = cassandra
                .execute(replace.bind(
                                LIFETIME_SECONDS,
                                key.request(),
                                tweet.id(),
                                tweet.createdAt(),
                                tweet.authorId(),
                                key.name(),
                                old.tweetId())
                        .setIdempotent(false))
                .one();
        return row != null && row.getBoolean("[applied]");
    }

    /** What a key stands for; the time in milliseconds since 1970. */
    record Claim(String request, long tweetId, long createdAt) {}
}
