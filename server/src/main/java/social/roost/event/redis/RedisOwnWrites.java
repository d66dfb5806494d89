package social.roost.event.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.driver.redis.FailOpen;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisCall;
import social.roost.driver.redis.RedisScript;
import social.roost.event.Event;
import social.roost.event.EventCodec;
import social.roost.event.OwnWrites;
import social.roost.event.UnreadableEventException;

/**
 * Own writes in Redis.
 *
 * <p>Key {@code own:{<user's id>}}, a list of the user's events, oldest first. An entry is a random number of 8 bytes, which
 * tells it from all others, and the event as JSON.
 *
 * <ul>
 *   <li>add: one script appends the entry, drops the oldest beyond 200, and sets the key to expire in 15 seconds. An add that
 *       is repeated leaves the entry twice, which is then told once.
 *   <li>unseen: one LRANGE, less the entries that this process has added or told already. Nearly always there is no key.
 * </ul>
 */
public final class RedisOwnWrites implements OwnWrites {
    private static final Logger LOG = LoggerFactory.getLogger(RedisOwnWrites.class);
    private static final RedisScript ADD = RedisScript.of("own-writes-add.lua");
    private static final Duration LIFETIME = Duration.ofSeconds(15);
    private static final byte[] LIFETIME_MILLIS = RedisCall.text(LIFETIME.toMillis());
    private static final byte[] MAXIMUM_ENTRIES = RedisCall.text(200);
    private static final int MAXIMUM_SEEN = 200_000;

    private final Redis redis;
    private final EventCodec codec = new EventCodec();
    private final SecureRandom random = new SecureRandom();
    private final FailOpen failOpen = new FailOpen("users see what they did in another process a moment later");

    /** The numbers of entries that this process knows, for longer than any may be read. */
    private final Cache<Long, Boolean> seen = Caffeine.newBuilder()
            .maximumSize(MAXIMUM_SEEN)
            .expireAfterWrite(LIFETIME.multipliedBy(4))
            .build();

    public RedisOwnWrites(Redis redis) {
        this.redis = redis;
    }

    @Override
    public void add(Event event) {
        long number = random.nextLong();
        seen.put(number, true);
        RedisCall<byte @Nullable []> call = RedisCall.script(
                ADD, List.of(key(event.actor())), entry(number, event), MAXIMUM_ENTRIES, LIFETIME_MILLIS);
        var _ = failOpen.orElse(() -> redis.call(call), null);
    }

    @Override
    public List<Event> unseen(long userId) {
        List<byte[]> entries = failOpen.orElse(() -> redis.call(RedisCall.list(key(userId))), List.of());
        return entries.isEmpty() ? List.of() : decodeUnseen(entries);
    }

    private List<Event> decodeUnseen(List<byte[]> entries) {
        List<Event> events = new ArrayList<>();
        for (byte[] entry : entries) {
            if (seen.asMap().putIfAbsent(ByteBuffer.wrap(entry).getLong(), true) == null) {
                decode(entry, events);
            }
        }
        return events;
    }

    /** One that only a newer program understands is passed over: this one keeps nothing that it changes. */
    private void decode(byte[] entry, List<Event> events) {
        try {
            events.add(codec.decode(new String(entry, Long.BYTES, entry.length - Long.BYTES, StandardCharsets.UTF_8)));
        } catch (UnreadableEventException e) {
            LOG.debug("An event passed over", e);
        }
    }

    private byte[] entry(long number, Event event) {
        byte[] json = codec.encode(event).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + json.length)
                .putLong(number)
                .put(json)
                .array();
    }

    private String key(long userId) {
        return redis.key("own", userId);
    }
}
