package social.roost.ranking.redis;

import java.util.Arrays;
import java.util.List;
import social.roost.driver.redis.Longs;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisCall;
import social.roost.driver.redis.RedisScript;
import social.roost.ranking.SeenTweets;

/** Seen tweets in Redis: {@code seen:{<reader's id>}} has the ids in the order in which they were seen, 8 bytes each. */
public final class RedisSeenTweets implements SeenTweets {
    private static final RedisScript ADD = RedisScript.of("seen-add.lua");

    private final Redis redis;

    public RedisSeenTweets(Redis redis) {
        this.redis = redis;
    }

    @Override
    public void add(long readerId, long[] tweetIds) {
        if (tweetIds.length > 0) {
            var _ = redis.call(RedisCall.script(
                    ADD,
                    List.of(key(readerId)),
                    Longs.bytes(tweetIds),
                    RedisCall.text((long) KEPT * Long.BYTES),
                    RedisCall.text(LIFETIME.toMillis())));
        }
    }

    @Override
    public long[] of(long readerId) {
        byte[] bytes = redis.call(RedisCall.get(key(readerId)));
        long[] ids = bytes == null ? new long[0] : Longs.of(bytes);
        return Arrays.copyOfRange(ids, Math.max(0, ids.length - KEPT), ids.length);
    }

    @Override
    public void forget(long readerId) {
        var _ = redis.call(RedisCall.unlink(key(readerId)));
    }

    private String key(long readerId) {
        return redis.key("seen", readerId);
    }
}
