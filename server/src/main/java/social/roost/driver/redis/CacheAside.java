package social.roost.driver.redis;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.LogThrottle;

/**
 * Values of a store, cached in Redis for all processes, and never older than the last change.
 *
 * <p>Key {@code <kind>:{<id>}}, one for each value:
 *
 * <ol>
 * <li>A reader that finds a value uses it.
 * <li>A reader that finds nothing reads the store and then sets the value, unless there is one by then (SET NX), for
 *     its lifetime.
 * <li>A change commits first and then replaces the value with a mark, for {@link #MARK_LIFETIME}.
 * <li>A reader that finds the mark reads the store and sets nothing.
 * </ol>
 *
 * <p>So a slow reader that has read the store before the change finds the mark and cannot set the old value. A reader
 * so slow that the mark may have expired does not try ({@link #LONGEST_LOAD}).
 *
 * <p>With a {@link Seal}, a value that a stranger wrote counts as changed: it is read from the store, and a mark
 * replaces it.
 *
 * <p>While Redis is down, everything goes to the store. A mark that could not be set is set when the change's event
 * arrives, see {@link #mark}; a value outlives the change only if that fails too, and no longer than its lifetime.
 */
public final class CacheAside<K, V> {
    /** Longer than the time from reading the store to setting the value. */
    static final Duration MARK_LIFETIME = Duration.ofSeconds(10);

    private static final Duration LONGEST_LOAD = MARK_LIFETIME.dividedBy(2);
    private static final byte[] MARK = {'!'};

    private static final Logger LOG = LoggerFactory.getLogger(CacheAside.class);

    private final Redis redis;
    private final CachedForm<V> form;
    private final @Nullable Seal seal;
    private final LogThrottle warnings = new LogThrottle(1);
    private final FailOpen failOpen;

    public CacheAside(Redis redis, CachedForm<V> form) {
        this(redis, form, null);
    }

    /** @param seal without it, whoever can write to Redis can change values */
    public CacheAside(Redis redis, CachedForm<V> form, @Nullable Seal seal) {
        this.redis = redis;
        this.form = form;
        this.seal = seal;
        this.failOpen = new FailOpen(form.kind() + " is served from its store");
    }

    /**
     * Values by id, in at most two round trips, plus one load of the missing ones.
     *
     * @param load leaves out missing values
     */
    public Map<K, V> find(Collection<K> ids, Function<List<K>, Map<K, V>> load) {
        List<K> asked = List.copyOf(ids);
        long start = System.nanoTime();
        List<byte @Nullable []> kept = read(asked);
        Map<K, V> found = HashMap.newHashMap(asked.size());
        List<K> missing = new ArrayList<>();
        Set<K> vacant = new HashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            byte[] bytes = kept.get(i);
            byte[] value = bytes == null || bytes.length == MARK.length ? null : opened(asked.get(i), bytes);
            if (value != null) {
                found.put(asked.get(i), form.decode().apply(value));
                continue;
            }
            missing.add(asked.get(i));
            if (bytes == null) {
                vacant.add(asked.get(i));
            }
        }
        if (!missing.isEmpty()) {
            Map<K, V> loaded = load.apply(missing);
            found.putAll(loaded);
            if (System.nanoTime() - start < LONGEST_LOAD.toNanos()) {
                fill(loaded, vacant);
            }
        }
        return found;
    }

    /** Called with a value that nobody can have changed yet. */
    public void add(K id, V value) {
        fill(Map.of(id, value), Set.of(id));
    }

    /** Called after a change was committed, or may have been, and before the response. */
    public void changed(Collection<K> ids) {
        var _ = failOpen.orElse(() -> mark(ids), false);
    }

    /**
     * Called with the event of a change, before caches in memory reload: the event may arrive before the process that
     * made the change has set the mark.
     *
     * @throws social.roost.base.UnavailableException if it must be called again
     */
    @CanIgnoreReturnValue
    public boolean mark(Collection<K> ids) {
        var _ = redis.callAll(ids.stream()
                .map(id -> RedisCall.set(key(id), MARK, MARK_LIFETIME))
                .toList());
        return true;
    }

    /** Nothing is set while Redis is unavailable: values are treated as marked. */
    private List<byte @Nullable []> read(List<K> ids) {
        return failOpen.orElse(
                () -> redis.callAll(
                        ids.stream().map(id -> RedisCall.get(key(id))).toList()),
                Collections.<byte @Nullable []>nCopies(ids.size(), MARK));
    }

    private void fill(Map<K, V> loaded, Set<K> vacant) {
        List<RedisCall<byte @Nullable []>> calls = new ArrayList<>();
        loaded.forEach((id, value) -> {
            Duration lifetime = form.lifetime().apply(value);
            if (vacant.contains(id) && lifetime.toMillis() > 0) {
                calls.add(RedisCall.setIfAbsent(key(id), closed(id, value), lifetime));
            }
        });
        if (!calls.isEmpty()) {
            var _ = failOpen.orElse(() -> redis.callAll(calls), List.of());
        }
    }

    private byte[] closed(K id, V value) {
        byte[] bytes = form.encode().apply(value);
        return seal == null ? bytes : seal.close(key(id), bytes);
    }

    /** Null if a stranger wrote it, or it was written for another id. */
    private byte @Nullable [] opened(K id, byte[] bytes) {
        if (seal == null) {
            return bytes;
        }
        Optional<byte[]> value = seal.open(key(id), bytes);
        if (value.isEmpty()) {
            if (warnings.allows()) {
                LOG.warn(
                        "Ignored a foreign value in Redis: a value of {} does not have this deployment's seal",
                        form.kind());
            }
            changed(List.of(id));
        }
        return value.orElse(null);
    }

    private String key(K id) {
        return redis.key(form.kind(), id);
    }
}
