package social.roost.base;

import com.github.benmanes.caffeine.cache.Cache;

/** How much use a cache is of, for whoever measures it. */
public final class CacheUse {
    private final Cache<?, ?> cache;

    /** @param cache one that records it */
    public CacheUse(Cache<?, ?> cache) {
        this.cache = cache;
    }

    /** Looks that found something, since the start. */
    public long hits() {
        return cache.stats().hitCount();
    }

    /** Looks that found nothing. */
    public long misses() {
        return cache.stats().missCount();
    }

    /** Entries that had to make room for others. */
    public long evictions() {
        return cache.stats().evictionCount();
    }
}
