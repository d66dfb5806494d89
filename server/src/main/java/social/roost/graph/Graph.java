package social.roost.graph;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.CacheUse;
import social.roost.base.Ids;

/** Answers from caches who follows whom. */
public final class Graph {
    private final GraphStore store;
    private final EdgeCache followees;

    /** Null if it could miss a change for a moment. */
    private final @Nullable EdgeCache followers;

    /**
     * @param shared whether other processes change the graph too; then followers are read from the store, so that
     *     fan-out misses none
     */
    public Graph(GraphStore store, long cacheBytes, boolean shared) {
        this.store = store;
        this.followees = new EdgeCache(cacheBytes / 2, store::followees, store::follows);
        this.followers = shared
                ? null
                : new EdgeCache(cacheBytes / 2, store::followers, (user, follower) -> store.follows(follower, user));
    }

    /** Usage of the caches, by name. */
    public Map<String, CacheUse> caches() {
        return followers == null
                ? Map.of("followees", followees.use())
                : Map.of("followees", followees.use(), "followers", followers.use());
    }

    /** The users that a user follows, ascending; must not be modified. */
    public long[] followees(long userId) {
        return followees.get(userId);
    }

    /** Some of the user's followers, see {@link GraphStore#followers(long, long, long, int)}. */
    public long[] followers(long userId, long after, long last, int limit) {
        return followers == null
                ? store.followers(userId, after, last, limit)
                : Ids.range(followers.get(userId), after, last, limit);
    }

    public boolean follows(long followerId, long followeeId) {
        return Ids.contains(followees(followerId), followeeId);
    }

    /** Called after an edge was added or removed and committed: later reads see it. */
    public void changed(long followerId, long followeeId) {
        followees.changed(followerId, followeeId);
        if (followers != null) {
            followers.changed(followeeId, followerId);
        }
    }
}
