package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.Tweet;

/** The rows of {@code idempotency_key}: the tweet for which a key was claimed, before that tweet is stored. */
final class KeyClaims {
    /** A little longer than a key is valid, so that its creation time decides. */
    private static final int KEPT_SECONDS =
            Math.toIntExact(IdempotencyKey.LIFETIME.plus(Duration.ofHours(1)).toSeconds());

    private final CassandraCluster cassandra;
    private final PreparedStatement insert;
    private final PreparedStatement move;
    private final PreparedStatement select;

    KeyClaims(CassandraCluster cassandra) {
        this.cassandra = cassandra;
        insert = cassandra.prepare(
                "INSERT INTO idempotency_key (author_id, name, request, tweet_id, created_at, claimed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?) IF NOT EXISTS USING TTL " + KEPT_SECONDS);
        select = cassandra.prepare("SELECT request, tweet_id, created_at, claimed_at FROM idempotency_key"
                + " WHERE author_id = ? AND name = ?");
        move = cassandra.prepare("UPDATE idempotency_key USING TTL " + KEPT_SECONDS
                + " SET request = ?, tweet_id = ?, created_at = ?, claimed_at = ?"
                + " WHERE author_id = ? AND name = ? IF tweet_id = ?");
    }

    /**
     * Claims the key for this tweet, unless it is taken.
     *
     * @param now milliseconds since 1970
     * @return the valid claim: this tweet's, or an earlier one
     */
    Claim claim(Tweet tweet, IdempotencyKey key, long now) {
        Row row = cassandra.writeIf(
                insert.bind(tweet.authorId(), key.name(), key.request(), tweet.id(), tweet.createdAt(), now));
        return row.getBoolean("[applied]")
                ? new Claim(tweet.id(), key.request(), tweet.createdAt(), now)
                : Claim.of(row);
    }

    /** The valid claim, null if there is none. */
    @Nullable
    Claim find(long authorId, String name) {
        Row row = cassandra.readOne(select.bind(authorId, name));
        return row == null ? null : Claim.of(row);
    }

    /** Moves the key from a claim to this tweet; false if the key no longer has that claim. */
    boolean move(Claim earlier, Tweet tweet, IdempotencyKey key, long now) {
        Row row = cassandra.writeIf(move.bind(
                key.request(), tweet.id(), tweet.createdAt(), now, tweet.authorId(), key.name(), earlier.tweetId()));
        return row.getBoolean("[applied]") || isFor(row, tweet);
    }

    /** A failed write may have been stored nevertheless. */
    private static boolean isFor(Row row, Tweet tweet) {
        return row.getColumnDefinitions().contains("tweet_id") && row.getLong("tweet_id") == tweet.id();
    }

    /**
     * What a key stands for; times in milliseconds since 1970.
     *
     * @param request null if there is nothing to compare
     * @param createdAt of the tweet
     */
    record Claim(long tweetId, @Nullable String request, long createdAt, long claimedAt) {
        private static Claim of(Row row) {
            return new Claim(
                    row.getLong("tweet_id"),
                    row.getString("request"),
                    row.getLong("created_at"),
                    row.getLong("claimed_at"));
        }
    }
}
