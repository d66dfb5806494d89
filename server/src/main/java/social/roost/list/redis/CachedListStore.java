package social.roost.list.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import social.roost.driver.redis.CacheAside;
import social.roost.driver.redis.CachedForm;
import social.roost.driver.redis.Longs;
import social.roost.driver.redis.Redis;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.graph.GraphStore.Edge;
import social.roost.list.ListContent;
import social.roost.list.ListStore;
import social.roost.list.UserList;

/**
 * Whom the exclusive lists of a user keep out of Home, read from Redis first: each home timeline asks for it.
 * Everything else goes to the store behind it.
 *
 * <p>Key {@code excluded.1:{<user's id>}}: the ids, 8 bytes each, ascending. It stays for an hour, with the steps of
 * {@link CacheAside}. Very large values are not cached.
 *
 * <p>In every process it consumes the events of lists, before caches in memory reload.
 */
public final class CachedListStore implements ListStore, StreamConsumer.OfGraph {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int MOST_USERS = 30_000;

    private final ListStore store;
    private final CacheAside<Long, long[]> excluded;

    public CachedListStore(ListStore store, Redis redis) {
        this.store = store;
        this.excluded = new CacheAside<>(
                redis, new CachedForm<>("excluded.1", Longs::bytes, Longs::of, CachedListStore::lifetime));
    }

    @Override
    public boolean create(UserList list) {
        return store.create(list);
    }

    @Override
    public @Nullable UserList edit(long ownerId, long id, UnaryOperator<UserList> change) {
        return changed(ownerId, () -> store.edit(ownerId, id, change));
    }

    @Override
    public boolean delete(long ownerId, long id) {
        return changed(ownerId, () -> store.delete(ownerId, id));
    }

    @Override
    public Added add(long ownerId, long id, long userId, long now) {
        return changed(ownerId, () -> store.add(ownerId, id, userId, now));
    }

    @Override
    public boolean remove(long ownerId, long id, long userId) {
        return changed(ownerId, () -> store.remove(ownerId, id, userId));
    }

    /** A write that fails may have been stored nevertheless. */
    private <T extends @Nullable Object> T changed(long ownerId, Supplier<T> write) {
        try {
            return write.get();
        } finally {
            excluded.changed(List.of(ownerId));
        }
    }

    @Override
    public Map<Long, ListContent> find(long[] ids) {
        return store.find(ids);
    }

    @Override
    public List<UserList> owned(long ownerId) {
        return store.owned(ownerId);
    }

    @Override
    public long[] having(long ownerId, long userId) {
        return store.having(ownerId, userId);
    }

    @Override
    public List<Edge> members(long id, @Nullable Edge before, int limit) {
        return store.members(id, before, limit);
    }

    @Override
    public long[] excluded(long ownerId) {
        Map<Long, long[]> found = excluded.find(List.of(ownerId), missing -> Map.of(ownerId, store.excluded(ownerId)));
        return Objects.requireNonNull(found.get(ownerId));
    }

    @Override
    public void consume(Event.OfGraph event) {
        if (event instanceof Event.OfLists list) {
            excluded.mark(List.of(list.userId()));
        }
    }

    private static Duration lifetime(long[] users) {
        return users.length > MOST_USERS ? Duration.ZERO : LIFETIME;
    }
}
