package social.roost.graph;

import java.time.InstantSource;
import social.roost.base.Ids;
import social.roost.http.Problem;
import social.roost.user.Users;

/** Follows and unfollows, and answers from memory who follows whom. */
public final class Graph {
    private final GraphStore store;
    private final Users users;
    private final InstantSource clock;
    private final FollowListener listener;
    private final EdgeCache followees;
    private final EdgeCache followers;

    public Graph(GraphStore store, Users users, InstantSource clock, long cacheBytes, FollowListener listener) {
        this.store = store;
        this.users = users;
        this.clock = clock;
        this.listener = listener;
        this.followees = new EdgeCache(cacheBytes / 2, store::followees, store::follows);
        this.followers =
                new EdgeCache(cacheBytes / 2, store::followers, (user, follower) -> store.follows(follower, user));
    }

    /**
     * Makes one user follow another; nothing changes when it is so already.
     *
     * @throws Problem 404 when there is no such user, 422 for oneself
     */
    public void follow(long followerId, long followeeId) {
        requireOther(followerId, followeeId);
        if (store.follow(followerId, followeeId, clock.millis())) {
            changed(followerId, followeeId);
            listener.followed(followerId, followeeId);
        }
    }

    /**
     * Ends a follow; nothing changes when there is none.
     *
     * @throws Problem 404 when there is no such user, 422 for oneself
     */
    public void unfollow(long followerId, long followeeId) {
        requireOther(followerId, followeeId);
        if (store.unfollow(followerId, followeeId)) {
            changed(followerId, followeeId);
        }
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

    private void requireOther(long followerId, long followeeId) {
        if (followerId == followeeId) {
            throw new Problem(422, "self_follow", "Nobody follows themselves.", "id");
        }
        users.require(followeeId);
    }

    private void changed(long followerId, long followeeId) {
        followees.changed(followerId, followeeId);
        followers.changed(followeeId, followerId);
        users.changed(followerId);
        users.changed(followeeId);
    }
}
