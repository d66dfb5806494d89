package social.roost.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values by id, cached up to a number of bytes and loaded in batches: a read of many ids costs one load of those missing.
 *
 * <p>What was {@link #refresh refreshed} after a change is never replaced by what a slower reader had loaded before it,
 * so a change is seen by the next read.
 */
public final class BatchCache<V> {
    private final Cache<Long, V> cache;
    private final Function<long[], Map<Long, V>> loader;

    /**
     * @param loader the values of these ids; those it leaves out do not exist
     */
    public BatchCache(long maximumBytes, Weigher<Long, V> bytes, Function<long[], Map<Long, V>> loader) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .weigher(bytes)
                .recordStats()
                .build();
        this.loader = loader;
    }

    public @Nullable V get(long id) {
        V cached = cache.getIfPresent(id);
        return cached != null ? cached : loadMissing(new long[] {id}).get(id);
    }

    /** In the order of the ids, null where there is none. */
    public @Nullable V[] get(long[] ids, @Nullable V[] into) {
        int missing = 0;
        for (int i = 0; i < ids.length; i++) {
            into[i] = cache.getIfPresent(ids[i]);
            missing += into[i] == null ? 1 : 0;
        }
        if (missing > 0) {
            fillMissing(ids, into, missing);
        }
        return into;
    }

    /** Loads the value anew; call it after a change was committed. */
    public @Nullable V refresh(long id) {
        return cache.asMap()
                .compute(id, (key, old) -> loader.apply(new long[] {key}).get(key));
    }

    /** Keeps a value that was just stored; call it after the commit. */
    public void put(long id, V value) {
        cache.put(id, value);
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
        Map<Long, V> loaded = loader.apply(ids);
        loaded.replaceAll((id, value) -> {
            V newer = cache.asMap().putIfAbsent(id, value);
            return newer != null ? newer : value;
        });
        return loaded;
    }
}
