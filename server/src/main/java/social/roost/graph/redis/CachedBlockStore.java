package social.roost.graph.redis;

import java.nio.LongBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import social.roost.driver.redis.CacheAside;
import social.roost.driver.redis.CachedForm;
import social.roost.driver.redis.Longs;
import social.roost.driver.redis.Redis;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.graph.BlockStore;
import social.roost.graph.FollowOptions;
import social.roost.graph.GraphStore.Edge;
import social.roost.graph.Screen;

/**
 * The blocks and mutes of a user, read from Redis first (SPEC B4). Lists go to the store behind it, and so do single
 * blocks, which must be current.
 *
 * <p>Key {@code screen.2:{<user's id>}}, 8 bytes for each number: how many users the user blocks, how many block the user,
 * how many the user mutes and of how many the user hides the retweets; then the ids of these, the end of each mute after
 * the muted users, and the ids of those of whose tweets the user wants to be notified; each in ascending order of ids. It
 * stays for an hour, with the steps of {@link CacheAside}. Very large values are not cached, because copying them would
 * block Redis.
 *
 * <p>In every process it consumes the events of the graph, before caches in memory reload.
 */
public final class CachedBlockStore implements BlockStore, StreamConsumer.OfGraph {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int MOST_USERS = 30_000;

    private final BlockStore store;
    private final CacheAside<Long, Screen> screens;

    public CachedBlockStore(BlockStore store, Redis redis) {
        this.store = store;
        this.screens = new CacheAside<>(
                redis,
                new CachedForm<>(
                        "screen.2", CachedBlockStore::encode, CachedBlockStore::decode, CachedBlockStore::lifetime));
    }

    /** A write that fails may have been stored nevertheless. */
    @Override
    public boolean block(long userId, long otherId, long now) {
        try {
            return store.block(userId, otherId, now);
        } finally {
            screens.changed(List.of(userId, otherId));
        }
    }

    @Override
    public boolean unblock(long userId, long otherId) {
        try {
            return store.unblock(userId, otherId);
        } finally {
            screens.changed(List.of(userId, otherId));
        }
    }

    @Override
    public boolean mute(long userId, long otherId, long now, long until) {
        try {
            return store.mute(userId, otherId, now, until);
        } finally {
            screens.changed(List.of(userId));
        }
    }

    @Override
    public boolean unmute(long userId, long otherId) {
        try {
            return store.unmute(userId, otherId);
        } finally {
            screens.changed(List.of(userId));
        }
    }

    @Override
    public boolean setOptions(long userId, long followeeId, FollowOptions options) {
        try {
            return store.setOptions(userId, followeeId, options);
        } finally {
            screens.changed(List.of(userId));
        }
    }

    @Override
    public long[] notified(long authorId, long after, int limit) {
        return store.notified(authorId, after, limit);
    }

    @Override
    public boolean eitherBlocks(long userId, long otherId) {
        return store.eitherBlocks(userId, otherId);
    }

    @Override
    public Screen screen(long userId) {
        Map<Long, Screen> found = screens.find(List.of(userId), missing -> Map.of(userId, store.screen(userId)));
        return Objects.requireNonNull(found.get(userId));
    }

    @Override
    public List<Edge> listBlocked(long userId, @Nullable Edge before, int limit) {
        return store.listBlocked(userId, before, limit);
    }

    @Override
    public List<Edge> listMuted(long userId, long now, @Nullable Edge before, int limit) {
        return store.listMuted(userId, now, before, limit);
    }

    /** Cached mutes contain their end. */
    @Override
    public void deleteEnded(long now) {
        store.deleteEnded(now);
    }

    @Override
    public void consume(Event.OfGraph event) {
        switch (event) {
            case Event.Blocked(long user, long other) -> screens.mark(List.of(user, other));
            case Event.Unblocked(long user, long other) -> screens.mark(List.of(user, other));
            case Event.Muted(long user, long _) -> screens.mark(List.of(user));
            case Event.Unmuted(long user, long _) -> screens.mark(List.of(user));
            case Event.FollowOptionsChanged(long user, long _) -> screens.mark(List.of(user));
            default -> {}
        }
    }

    private static Duration lifetime(Screen screen) {
        return screen.size() > MOST_USERS ? Duration.ZERO : LIFETIME;
    }

    private static byte[] encode(Screen screen) {
        long[] numbers = new long[4 + screen.size() + screen.muted().length];
        var _ = LongBuffer.wrap(numbers)
                .put(screen.blocked().length)
                .put(screen.blockedBy().length)
                .put(screen.muted().length)
                .put(screen.withoutRetweets().length)
                .put(screen.blocked())
                .put(screen.blockedBy())
                .put(screen.muted())
                .put(screen.mutedUntil())
                .put(screen.withoutRetweets())
                .put(screen.notifying());
        return Longs.bytes(numbers);
    }

    private static Screen decode(byte[] bytes) {
        LongBuffer numbers = LongBuffer.wrap(Longs.of(bytes));
        int blocked = (int) numbers.get();
        int blockedBy = (int) numbers.get();
        int muted = (int) numbers.get();
        int withoutRetweets = (int) numbers.get();
        return new Screen(
                take(numbers, blocked),
                take(numbers, blockedBy),
                take(numbers, muted),
                take(numbers, muted),
                take(numbers, withoutRetweets),
                take(numbers, numbers.remaining()));
    }

    private static long[] take(LongBuffer numbers, int count) {
        long[] taken = new long[count];
        numbers.get(taken);
        return taken;
    }
}
