package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The location of a counted set or of one of its parts: millions may like a tweet, so the sets of a tweet are in
 * shards.
 *
 * @param ownerId a user or a tweet
 */
record SetKey(long ownerId, SetKind kind, int shard) {
    static final int SHARDS = 16;

    static SetKey ofUser(long userId, SetKind kind) {
        return new SetKey(userId, kind, 0);
    }

    static SetKey ofTweet(long tweetId, SetKind kind, long memberId) {
        return new SetKey(tweetId, kind, Math.floorMod(Long.hashCode(memberId * 0x9E3779B97F4A7C15L), SHARDS));
    }

    static Stream<SetKey> allOfTweet(long tweetId, SetKind kind) {
        return IntStream.range(0, SHARDS).mapToObj(shard -> new SetKey(tweetId, kind, shard));
    }

    static SetKey of(Row row) {
        return new SetKey(row.getLong("owner_id"), SetKind.of(row), row.getInt("shard"));
    }
}
