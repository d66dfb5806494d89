package social.roost.graph;

import social.roost.base.Ids;

/** Answers from memory who follows whom. */
public final class Graph {
    private final EdgeCache followees;
    private final EdgeCache followers;

    public Graph(GraphStore store, long cacheBytes) {
        this.followees = new EdgeCache(cacheBytes / 2, store::followees, store::follows);
        this.followers =
                new EdgeCache(cacheBytes / 2, store::followers, (user, follower) -> store.follows(follower, user));
    }

    /** Whom the user follows, in rising order; not to be changed. */
    public long[] followees(long userId) {
        return followees.get(userId);
    }

    /** Who follows the user, in rising order; not to be changed. */
    public long[] followers(long userId) {
        return followers.get(userId);
    }

    public boolean follows(long followerId, long followeeId) {
        return Ids.contains(followees(followerId), followeeId);
    }

    /** Call it after an edge was added or removed and committed: later reads see it. */
    void changed(long followerId, long followeeId) {
        followees.changed(followerId, followeeId);
        followers.changed(followeeId, followerId);
    }
}
