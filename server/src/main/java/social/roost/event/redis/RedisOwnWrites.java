package social.roost.event.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
import social.roost.event.TracedEvent;

/**
 * Own writes in Redis.
 *
 * <p>Key {@code own:{<user's id>}}, a list of the user's events, oldest first. An entry is a random number of 8 bytes,
 * which identifies it, and the event as JSON.
 *
 * <ul>
 * <li>add: one script appends the entry, drops the oldest beyond 200, and sets the key to expire in 15 seconds. A
 *     retried add leaves the entry twice, but it is handled once.
 * <li>catch up: one LRANGE, without the entries that this process has added or handled already. Usually there is no
 *     key.
 * </ul>
 *
 * <p>Key {@code own:{all}}, a sorted set of the events that concern everyone, at most 2,000 and for a minute. The score
 * is Redis's own time in microseconds; a process asks for entries above the highest score it has handled.
 *
 * <p>A user's list and that set are read together, in one round trip.
 */
public final class RedisOwnWrites implements OwnWrites {
    private static final Logger LOG = LoggerFactory.getLogger(RedisOwnWrites.class);
    private static final RedisScript ADD = RedisScript.of("own-writes-add.lua");
    private static final Duration LIFETIME = Duration.ofSeconds(15);
    private static final byte[] LIFETIME_MILLIS = RedisCall.text(LIFETIME.toMillis());
    private static final byte[] MAXIMUM_ENTRIES = RedisCall.text(200);
    private static final RedisScript ADD_FOR_ALL = RedisScript.of("own-writes-add-for-all.lua");
    private static final String ALL = "all";
    private static final byte[] LIFETIME_FOR_ALL =
            RedisCall.text(LIFETIME.multipliedBy(4).toMillis());
    private static final byte[] MAXIMUM_FOR_ALL = RedisCall.text(2_000);
    private static final List<List<byte[]>> NOTHING = List.of(List.of());
    private static final int MAXIMUM_SEEN = 200_000;

    private final Redis redis;
    private final EventCodec codec = new EventCodec();
    private final SecureRandom random = new SecureRandom();
    private final FailOpen failOpen = new FailOpen("a user's writes reach other processes with a short delay");

    /** The numbers of entries that this process knows, for longer than any may be read. */
    private final Cache<Long, Boolean> seen = Caffeine.newBuilder()
            .maximumSize(MAXIMUM_SEEN)
            .expireAfterWrite(LIFETIME.multipliedBy(4))
            .build();

    /** The highest score that was handled. */
    private final AtomicLong toldToAll = new AtomicLong();

    public RedisOwnWrites(Redis redis) {
        this.redis = redis;
    }

    @Override
    public void add(Event event) {
        long number = random.nextLong();
        seen.put(number, true);
        List<RedisCall<byte @Nullable []>> calls = new ArrayList<>();
        calls.add(RedisCall.script(
                ADD, List.of(key(event.actor())), entry(number, event), MAXIMUM_ENTRIES, LIFETIME_MILLIS));
        if (event.concernsAll()) {
            calls.add(RedisCall.script(
                    ADD_FOR_ALL, List.of(redis.key("own", ALL)), json(event), MAXIMUM_FOR_ALL, LIFETIME_FOR_ALL));
        }
        var _ = failOpen.orElse(() -> redis.callAll(calls), List.of());
    }

    @Override
    public void catchUp(long userId, Consumer<Event> action) {
        List<List<byte[]>> found =
                failOpen.orElse(() -> redis.callAll(List.of(RedisCall.list(key(userId)), forAll())), NOTHING);
        found.getFirst().forEach(entry -> tellOwn(entry, action));
        found.getLast().forEach(entry -> tellAll(entry, action));
    }

    @Override
    public void catchUp(Consumer<Event> action) {
        failOpen.orElse(() -> redis.call(forAll()), List.<byte[]>of()).forEach(entry -> tellAll(entry, action));
    }

    private RedisCall<List<byte[]>> forAll() {
        return RedisCall.above(redis.key("own", ALL), toldToAll.get());
    }

    private void tellOwn(byte[] entry, Consumer<Event> action) {
        long number = ByteBuffer.wrap(entry).getLong();
        if (seen.getIfPresent(number) == null) {
            tell(new String(entry, Long.BYTES, entry.length - Long.BYTES, StandardCharsets.UTF_8), action);
            seen.put(number, true);
        }
    }

    private void tellAll(byte[] entry, Consumer<Event> action) {
        String text = new String(entry, StandardCharsets.UTF_8);
        int space = text.indexOf(' ');
        tell(text.substring(space + 1), action);
        long _ = toldToAll.accumulateAndGet(Long.parseLong(text.substring(0, space)), Math::max);
    }

    /** Skips an event that only a newer version can read: this one caches nothing that it changes. */
    private void tell(String json, Consumer<Event> action) {
        if (codec.read(json) instanceof TracedEvent traced) {
            action.accept(traced.event());
        } else {
            LOG.debug("Skipped {}", json);
        }
    }

    private byte[] entry(long number, Event event) {
        byte[] json = json(event);
        return ByteBuffer.allocate(Long.BYTES + json.length)
                .putLong(number)
                .put(json)
                .array();
    }

    private byte[] json(Event event) {
        return codec.encode(event).getBytes(StandardCharsets.UTF_8);
    }

    private String key(long userId) {
        return redis.key("own", userId);
    }
}
