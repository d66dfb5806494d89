package social.roost.live.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.driver.redis.Longs;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisCall;
import social.roost.driver.redis.RedisScript;
import social.roost.live.Presence;
import social.roost.live.PresenceStore;

/**
 * Presence in Redis, by the clock of Redis.
 *
 * <p>Keys:
 *
 * <ul>
 * <li>{@code presence:{<user's id>}}, a hash with a field for each node where the user has a stream open; or, for the
 *     active time after the last one has closed, with the single field {@code @}: when that was, in milliseconds.
 * <li>{@code presence-node:{<node>}}, a set of the ids of all users with a stream open at a node, 8 bytes each: those
 *     whose streams end with it. It may contain some who have left, and never lacks one who is present.
 * <li>{@code presence-nodes:{all}}, a sorted set of the nodes; the score is the end of the lease, in milliseconds.
 * </ul>
 *
 * <p>Arrive: SADD to the node's set, then one script for each user. Leave: one script for each user, then SREM. End:
 * like leave, for parts of the node's set one after the other, and ZREM when none is left.
 */
public final class RedisPresenceStore implements PresenceStore {
    private static final RedisScript ARRIVE = RedisScript.of("presence-arrive.lua");
    private static final RedisScript LEAVE = RedisScript.of("presence-leave.lua");
    private static final RedisScript FIND = RedisScript.of("presence-find.lua");
    private static final RedisScript RENEW = RedisScript.of("presence-renew.lua");
    private static final RedisScript EXPIRED = RedisScript.of("presence-expired.lua");

    private static final int BATCH = 500;

    private final Redis redis;
    private final byte[] activeTime;

    /** @param activeTime how long users stay active after they have left */
    public RedisPresenceStore(Redis redis, Duration activeTime) {
        this.redis = redis;
        this.activeTime = RedisCall.text(activeTime.toMillis());
    }

    @Override
    public void arrive(String node, long[] userIds) {
        if (userIds.length > 0) {
            var _ = redis.call(RedisCall.add(usersOf(node), members(userIds)));
            var _ = ask(userIds, ARRIVE, text(node));
        }
    }

    @Override
    public void leave(String node, long[] userIds) {
        if (userIds.length > 0) {
            var _ = ask(userIds, LEAVE, text(node), activeTime);
            var _ = redis.call(RedisCall.remove(usersOf(node), members(userIds)));
        }
    }

    @Override
    public boolean renew(String node, Duration lease) {
        byte[] held =
                redis.call(RedisCall.script(RENEW, List.of(nodes()), text(node), RedisCall.text(lease.toMillis())));
        return held != null && held.length > 0;
    }

    @Override
    public void endExpired() {
        for (byte[] node = expired(); node != null; node = expired()) {
            String name = new String(node, StandardCharsets.UTF_8);
            for (long[] users = someUsersOf(name); users.length > 0; users = someUsersOf(name)) {
                leave(name, users);
            }
            var _ = redis.call(RedisCall.removeSorted(nodes(), node));
        }
    }

    @Override
    public Map<Long, Presence> find(long[] userIds) {
        List<byte @Nullable []> answers = ask(userIds, FIND);
        Map<Long, Presence> found = HashMap.newHashMap(userIds.length);
        for (int i = 0; i < userIds.length; i++) {
            byte[] answer = answers.get(i);
            if (answer != null) {
                found.put(userIds[i], presence(new String(answer, StandardCharsets.US_ASCII)));
            }
        }
        return found;
    }

    private byte @Nullable [] expired() {
        return redis.call(RedisCall.script(EXPIRED, List.of(nodes())));
    }

    private long[] someUsersOf(String node) {
        return redis.call(RedisCall.some(usersOf(node), BATCH)).stream()
                .mapToLong(member -> Longs.of(member)[0])
                .toArray();
    }

    private List<byte @Nullable []> ask(long[] userIds, RedisScript script, byte[]... arguments) {
        return redis.callAll(Arrays.stream(userIds)
                .mapToObj(id -> RedisCall.script(script, List.of(redis.key("presence", id)), arguments))
                .toList());
    }

    private static Presence presence(String answer) {
        return answer.equals("live") ? Presence.LIVE : Presence.active(Long.parseLong(answer));
    }

    private static List<byte[]> members(long[] userIds) {
        return Arrays.stream(userIds).mapToObj(Longs::bytes).toList();
    }

    private String usersOf(String node) {
        return redis.key("presence-node", node);
    }

    private String nodes() {
        return redis.key("presence-nodes", "all");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
