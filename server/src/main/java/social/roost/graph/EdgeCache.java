package social.roost.graph;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.CacheUse;
import social.roost.base.Ids;

/**
 * One direction of the graph in memory: for a user, the sorted ids at the other end of the edges, up to a total number
 * of bytes.
 */
final class EdgeCache {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeCache.class);
    private static final int ENTRY_BYTES = 100;
    private static final int MAXIMUM_COPIED = 50_000;

    private final Cache<Long, long[]> idsByUser;
    private final LongFunction<long[]> load;
    private final EdgeLookup lookup;

    EdgeCache(long maximumBytes, LongFunction<long[]> load, EdgeLookup lookup) {
        this.idsByUser = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .weigher((Long user, long[] ids) -> ENTRY_BYTES + ids.length * Long.BYTES)
                .recordStats()
                .build();
        this.load = load;
        this.lookup = lookup;
    }

    CacheUse use() {
        return new CacheUse(idsByUser);
    }

    /** Must not be modified. */
    long[] get(long userId) {
        return idsByUser.get(userId, load::apply);
    }

    /**
     * Checks in the store whether the edge exists; called after it changed. Changes of one user arrive here one at a
     * time, and each sees at least its own commit, so the last one leaves what is stored.
     *
     * <p>Waits for a load in progress, which may have read before the change; {@code computeIfPresent} would not wait.
     */
    void changed(long userId, long otherId) {
        idsByUser.asMap().compute(userId, (user, ids) -> ids == null ? null : looked(user, otherId, ids));
    }

    /** Null drops the list until it is needed: if copying costs more than loading, or if the check fails. */
    private long @Nullable [] looked(long userId, long otherId, long[] ids) {
        if (ids.length > MAXIMUM_COPIED) {
            return null;
        }
        try {
            return lookup.exists(userId, otherId) ? Ids.with(ids, otherId) : Ids.without(ids, otherId);
        } catch (RuntimeException e) {
            LOG.warn("Could not reload a changed edge; the next read will", e);
            return null;
        }
    }

    @FunctionalInterface
    interface EdgeLookup {
        boolean exists(long userId, long otherId);
    }
}
