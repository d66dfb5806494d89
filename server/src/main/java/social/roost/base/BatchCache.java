package social.roost.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values by id, cached up to a number of bytes and loaded in batches: a read of many ids costs one load of the missing
 * ones.
 *
 * <p>A value that was {@link #refresh refreshed} after a change is never replaced by one that a slower reader loaded
 * before, so the next read sees every change.
 */
public final class BatchCache<V> {
    private static final Logger LOG = LoggerFactory.getLogger(BatchCache.class);

    private final StatsCounter stats = new ConcurrentStatsCounter();
    private final Cache<Long, V> cache;
    private final Function<long[], Map<Long, V>> loader;

    /** How often ids were refreshed; several ids share a counter. */
    private final AtomicLongArray refreshes = new AtomicLongArray(1 << 10);

    /** @param loader returns the values of these ids; missing ones do not exist */
    public BatchCache(long maximumBytes, Weigher<Long, V> bytes, Function<long[], Map<Long, V>> loader) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .weigher(bytes)
                .recordStats(() -> stats)
                .build();
        this.loader = loader;
    }

    public CacheUse use() {
        return new CacheUse(cache);
    }

    public @Nullable V get(long id) {
        V cached = cache.getIfPresent(id);
        return cached != null ? cached : loadMissing(new long[] {id}).get(id);
    }

    /** What is cached, without an access of the loader or a change of what is kept. */
    public @Nullable V peek(long id) {
        return cache.asMap().get(id);
    }

    /** In the order of the ids, null where there is none. */
    public @Nullable V[] get(long[] ids, @Nullable V[] into) {
        int missing = 0;
        // Unlike the cache, its map does not count each access.
        Map<Long, V> cached = cache.asMap();
        for (int i = 0; i < ids.length; i++) {
            into[i] = cached.get(ids[i]);
            missing += into[i] == null ? 1 : 0;
        }
        stats.recordHits(ids.length - missing);
        stats.recordMisses(missing);
        if (missing > 0) {
            fillMissing(ids, into, missing);
        }
        return into;
    }

    /**
     * Reloads the value; called after a change was committed. Since that can no longer fail, neither does this: if the
     * value cannot be loaded it is dropped, and the next read loads it.
     *
     * @return null if there is none, or it could not be loaded
     */
    public @Nullable V refresh(long id) {
        return cache.asMap().compute(id, (key, old) -> loadOne(key));
    }

    /** Drops the value if the condition holds, because another process has changed it: the next read loads it. */
    public void forgetIf(long id, Predicate<V> condition) {
        var _ = cache.asMap().compute(id, (key, old) -> {
            refreshes.incrementAndGet(slot(key));
            return old == null || condition.test(old) ? null : old;
        });
    }

    /** Changes the value, if it is cached, as a committed change did; values loaded before it are not cached. */
    public void change(long id, UnaryOperator<V> change) {
        var _ = cache.asMap().compute(id, (key, old) -> {
            refreshes.incrementAndGet(slot(key));
            return old == null ? null : change.apply(old);
        });
    }

    /** Adds a value that was just stored; called after the commit. It never replaces the result of a later change. */
    public void add(long id, V value) {
        var _ = cache.asMap().compute(id, (key, newer) -> newer == null ? value : loadOne(key));
    }

    private @Nullable V loadOne(long id) {
        refreshes.incrementAndGet(slot(id));
        try {
            return loader.apply(new long[] {id}).get(id);
        } catch (RuntimeException e) {
            LOG.warn("Could not reload a changed value; the next read will", e);
            return null;
        }
    }

    private void fillMissing(long[] ids, @Nullable V[] into, int missing) {
        long[] wanted = new long[missing];
        int count = 0;
        for (int i = 0; i < ids.length; i++) {
            if (into[i] == null) {
                wanted[count++] = ids[i];
            }
        }
        Map<Long, V> loaded = loadMissing(wanted);
        for (int i = 0; i < ids.length; i++) {
            if (into[i] == null) {
                into[i] = loaded.get(ids[i]);
            }
        }
    }

    private Map<Long, V> loadMissing(long[] ids) {
        long[] before = LongStream.of(ids).map(this::refreshesOf).toArray();
        Map<Long, V> loaded = loader.apply(ids);
        for (int i = 0; i < ids.length; i++) {
            long unchanged = before[i];
            loaded.computeIfPresent(ids[i], (id, value) -> keep(id, value, unchanged));
        }
        return loaded;
    }

    /** Caches a loaded value unless a newer one has been cached, dropped or found missing since. */
    private V keep(long id, V loaded, long unchanged) {
        V newest = cache.asMap()
                .compute(id, (key, newer) -> newer == null && refreshesOf(key) == unchanged ? loaded : newer);
        return newest != null ? newest : loaded;
    }

    private long refreshesOf(long id) {
        return refreshes.get(slot(id));
    }

    private int slot(long id) {
        return Long.hashCode(id * 0x9E3779B97F4A7C15L) & (refreshes.length() - 1);
    }
}
