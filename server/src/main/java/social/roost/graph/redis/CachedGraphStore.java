package social.roost.graph.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Scan;
import social.roost.driver.redis.CacheAside;
import social.roost.driver.redis.CachedForm;
import social.roost.driver.redis.Longs;
import social.roost.driver.redis.Redis;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.graph.GraphStore;

/**
 * The users that a user follows, read from Redis first (SPEC B2). Everything else goes to the store behind it:
 * followers, because fan-out must miss none, and single edges, which must be current.
 *
 * <p>Key {@code followees.1:{<user's id>}}: the ids in ascending order, 8 bytes each, for an hour, with the steps of
 * {@link CacheAside}.
 *
 * <p>In every process it consumes the events of the graph, before caches in memory reload.
 */
public final class CachedGraphStore implements GraphStore, StreamConsumer.OfGraph {
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final int MARKS_AT_ONCE = 1_000;

    private final GraphStore store;
    private final CacheAside<Long, long[]> followees;

    public CachedGraphStore(GraphStore store, Redis redis) {
        this.store = store;
        this.followees =
                new CacheAside<>(redis, new CachedForm<>("followees.1", Longs::bytes, Longs::of, ids -> LIFETIME));
    }

    /** A write that fails may have been stored nevertheless. */
    @Override
    public boolean follow(long followerId, long followeeId, long now) {
        try {
            return store.follow(followerId, followeeId, now);
        } finally {
            followees.changed(List.of(followerId));
        }
    }

    @Override
    public boolean unfollow(long followerId, long followeeId) {
        try {
            return store.unfollow(followerId, followeeId);
        } finally {
            followees.changed(List.of(followerId));
        }
    }

    @Override
    public int followAll(List<Follow> follows, long now) {
        try {
            return store.followAll(follows, now);
        } finally {
            changed(follows.stream().map(Follow::followerId).distinct().toList());
        }
    }

    @Override
    public boolean follows(long followerId, long followeeId) {
        return store.follows(followerId, followeeId);
    }

    @Override
    public long[] followersAmong(long userId, long[] candidates) {
        return store.followersAmong(userId, candidates);
    }

    @Override
    public long[] followees(long userId) {
        Map<Long, long[]> found = followees.find(List.of(userId), missing -> Map.of(userId, store.followees(userId)));
        return found.getOrDefault(userId, Ids.NONE);
    }

    @Override
    public Map<Long, long[]> newestFollowees(long[] userIds, int limit) {
        return store.newestFollowees(userIds, limit);
    }

    @Override
    public long[] followers(long userId) {
        return store.followers(userId);
    }

    @Override
    public long[] followers(long userId, long after, long last, int limit) {
        return store.followers(userId, after, last, limit);
    }

    @Override
    public List<Edge> listFollowing(long userId, @Nullable Edge before, int limit) {
        return store.listFollowing(userId, before, limit);
    }

    @Override
    public List<Edge> listFollowers(long userId, @Nullable Edge before, int limit) {
        return store.listFollowers(userId, before, limit);
    }

    @Override
    public Map<Long, Counts> counts(long[] userIds) {
        return store.counts(userIds);
    }

    @Override
    public boolean isFamous(long userId) {
        return store.isFamous(userId);
    }

    @Override
    public long[] famous() {
        return store.famous();
    }

    @Override
    public void applyThresholds() {
        store.applyThresholds();
    }

    @Override
    public Scan.Part<Follow> scan(String after, int limit) {
        return store.scan(after, limit);
    }

    @Override
    public void consume(Event.OfGraph event) {
        if (event instanceof Event.OfFollows follow) {
            followees.mark(List.of(follow.followerId()));
        }
    }

    private void changed(List<Long> followers) {
        for (int from = 0; from < followers.size(); from += MARKS_AT_ONCE) {
            followees.changed(followers.subList(from, Math.min(followers.size(), from + MARKS_AT_ONCE)));
        }
    }
}
