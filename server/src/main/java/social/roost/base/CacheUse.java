package social.roost.base;

import com.github.benmanes.caffeine.cache.Cache;

/** Usage of a cache, for metrics. */
public final class CacheUse {
    private final Cache<?, ?> cache;

    /** @param cache must record statistics */
    public CacheUse(Cache<?, ?> cache) {
        this.cache = cache;
    }

    /** Hits since the start. */
    public long hits() {
        return cache.stats().hitCount();
    }

    /** Misses since the start. */
    public long misses() {
        return cache.stats().missCount();
    }

    /** Evictions since the start. */
    public long evictions() {
        return cache.stats().evictionCount();
    }
}
