package social.roost.timeline.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.driver.redis.Longs;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisCall;
import social.roost.driver.redis.RedisScript;
import social.roost.timeline.TimelineStore;

/**
 * Timelines in Redis, about 20 bytes per entry.
 *
 * <p>Key {@code timeline:{<reader's id>}}, a sorted set. Since a timeline is a single key, it exists, expires and is
 * lost as a whole. Its members are:
 *
 * <ul>
 * <li>the tweets' ids, 8 bytes in big-endian order; the score is the id's creation time in milliseconds. Members with
 *     equal scores are sorted by their bytes, so all are in the order of the ids.
 * <li>the head, with the score -1 and therefore before all others, and with 9 bytes to distinguish it from ids: {@code
 *     b} if the timeline has only begun and {@code c} once it is complete, then the floor as an id.
 * </ul>
 *
 * <p>Each operation is one script, so it is atomic, and repeating it changes nothing:
 *
 * <ul>
 * <li>push, for up to 100 readers at once: if there is a head and its floor is not above the id, adds the id. If there
 *     are some more than the maximum, drops the lowest and writes the lowest remaining one to the head as the floor.
 * <li>begin: if there is no head, adds one and sets the key to expire after the active time.
 * <li>merge and complete: if there is a head, raises its floor and drops what is below; adds the ids one by one like a
 *     push, so that there are never many more than the maximum.
 * <li>remove, for up to 100 readers: removes the id.
 * <li>older and newer: if the head says complete, renews the expiry of the key and reads a range of ranks.
 * </ul>
 */
public final class RedisTimelineStore implements TimelineStore {
    private static final RedisScript PUSH = RedisScript.of("timeline.lua", "timeline-push.lua");
    private static final RedisScript BEGIN = RedisScript.of("timeline.lua", "timeline-begin.lua");
    private static final RedisScript MERGE = RedisScript.of("timeline.lua", "timeline-merge.lua");
    private static final RedisScript REMOVE = RedisScript.of("timeline-remove.lua");
    private static final RedisScript READ = RedisScript.of("timeline.lua", "timeline-read.lua");

    private static final byte[] COMPLETE = {'c'};
    private static final byte[] AS_IT_IS = {};
    private static final byte[] OLDER = {'o', 'l', 'd', 'e', 'r'};
    private static final byte[] FROM = {'f', 'r', 'o', 'm'};

    private final Redis redis;
    private final byte[] maximumEntries;
    private final byte[] activeTime;

    public RedisTimelineStore(Redis redis, int maximumEntries, Duration activeTime) {
        this.redis = redis;
        this.maximumEntries = RedisCall.text(maximumEntries);
        this.activeTime = RedisCall.text(activeTime.toMillis());
    }

    @Override
    public void push(long tweetId, long[] readerIds, int from, int to) {
        List<String> keys = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            keys.add(key(readerIds[i]));
        }
        forAll(keys, PUSH, Longs.bytes(tweetId), maximumEntries);
    }

    @Override
    public void begin(long readerId) {
        var _ = redis.call(RedisCall.script(BEGIN, List.of(key(readerId)), activeTime));
    }

    @Override
    public void complete(long readerId, long[] ids, long floor) {
        merge(readerId, ids, floor, COMPLETE);
    }

    @Override
    public void merge(long readerId, long[] ids, long floor) {
        merge(readerId, ids, floor, AS_IT_IS);
    }

    @Override
    public void drop(long readerId) {
        var _ = redis.call(RedisCall.unlink(key(readerId)));
    }

    @Override
    public void remove(long tweetId, long[] readerIds) {
        List<String> keys = new ArrayList<>(readerIds.length);
        for (long readerId : readerIds) {
            keys.add(key(readerId));
        }
        forAll(keys, REMOVE, Longs.bytes(tweetId));
    }

    @Override
    public @Nullable Slice older(long readerId, long before, int limit) {
        return read(readerId, OLDER, Math.max(0, before), limit);
    }

    /** The id after the greatest is unsigned; only Redis sees it. */
    @Override
    public @Nullable Slice newer(long readerId, long after, int limit) {
        return read(readerId, FROM, Math.max(-1, after) + 1, limit);
    }

    private void merge(long readerId, long[] ids, long floor, byte[] state) {
        var _ = redis.call(RedisCall.script(
                MERGE, List.of(key(readerId)), Longs.bytes(ids), Longs.bytes(floor), maximumEntries, state));
    }

    private @Nullable Slice read(long readerId, byte[] direction, long bound, int limit) {
        byte[] answer = redis.call(RedisCall.script(
                READ,
                List.of(key(readerId)),
                direction,
                Longs.bytes(bound),
                RedisCall.text(limit),
                maximumEntries,
                activeTime));
        return answer == null ? null : slice(Longs.of(answer));
    }

    /** From the floor and the ids in ascending order. */
    private static Slice slice(long[] answer) {
        long[] newestFirst = new long[answer.length - 1];
        for (int i = 0; i < newestFirst.length; i++) {
            newestFirst[i] = answer[answer.length - 1 - i];
        }
        return new Slice(newestFirst, answer[0]);
    }

    private void forAll(List<String> keys, RedisScript script, byte[]... arguments) {
        var _ = redis.callAll(redis.groups(keys).stream()
                .map(group -> RedisCall.script(script, group, arguments))
                .toList());
    }

    private String key(long readerId) {
        return redis.key("timeline", readerId);
    }
}
