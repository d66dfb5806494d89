package social.roost.graph;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.CacheUse;
import social.roost.base.Ids;

/** Answers from memory who follows whom. */
public final class Graph {
    private final GraphStore store;
    private final EdgeCache followees;

    /** Null where it may miss a change for a moment. */
    private final @Nullable EdgeCache followers;

    /**
     * @param shared whether other processes change the graph too. Then lists of followers are read from the store, so that
     *     fan-out misses none
     */
    public Graph(GraphStore store, long cacheBytes, boolean shared) {
        this.store = store;
        this.followees = new EdgeCache(cacheBytes / 2, store::followees, store::follows);
        this.followers = shared
                ? null
                : new EdgeCache(cacheBytes / 2, store::followers, (user, follower) -> store.follows(follower, user));
    }

    /** Of the lists kept in memory, by what they are lists of. */
    public Map<String, CacheUse> caches() {
        return followers == null
                ? Map.of("followees", followees.use())
                : Map.of("followees", followees.use(), "followers", followers.use());
    }

    /** Whom the user follows, in rising order; not to be changed. */
    public long[] followees(long userId) {
        return followees.get(userId);
    }

    /** A part of those who follow the user, as {@link GraphStore#followers(long, long, long, int)}. */
    public long[] followers(long userId, long after, long last, int limit) {
        return followers == null
                ? store.followers(userId, after, last, limit)
                : Ids.range(followers.get(userId), after, last, limit);
    }

    public boolean follows(long followerId, long followeeId) {
        return Ids.contains(followees(followerId), followeeId);
    }

    /** Call it after an edge was added or removed and committed: later reads see it. */
    public void changed(long followerId, long followeeId) {
        followees.changed(followerId, followeeId);
        if (followers != null) {
            followers.changed(followeeId, followerId);
        }
    }
}
