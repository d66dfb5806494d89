package social.roost.ranking.redis;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisCall;
import social.roost.ranking.FrozenOrders;

/**
 * Orders in Redis: {@code order:{<reader's id>}} has the session in 8 bytes, then an id in 8 bytes and a score in 4 for
 * each tweet.
 */
public final class RedisFrozenOrders implements FrozenOrders {
    private static final int ENTRY = Long.BYTES + Float.BYTES;

    private final Redis redis;

    public RedisFrozenOrders(Redis redis) {
        this.redis = redis;
    }

    @Override
    public void keep(long readerId, Frozen order) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + order.ids().length * ENTRY);
        bytes.putLong(order.session());
        for (int i = 0; i < order.ids().length; i++) {
            bytes.putLong(order.ids()[i]).putFloat(order.scores()[i]);
        }
        var _ = redis.call(RedisCall.set(key(readerId), bytes.array(), LIFETIME));
    }

    @Override
    public @Nullable Frozen of(long readerId) {
        byte[] found = redis.call(RedisCall.get(key(readerId)));
        if (found == null) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(found);
        long session = bytes.getLong();
        long[] ids = new long[bytes.remaining() / ENTRY];
        float[] scores = new float[ids.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = bytes.getLong();
            scores[i] = bytes.getFloat();
        }
        return new Frozen(session, ids, scores);
    }

    private String key(long readerId) {
        return redis.key("order", readerId);
    }
}
