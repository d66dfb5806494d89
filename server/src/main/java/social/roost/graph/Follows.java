package social.roost.graph;

import java.time.InstantSource;
import social.roost.http.Problem;
import social.roost.user.Users;

/** Follows and unfollows. Both may be repeated. */
public final class Follows {
    private final GraphStore store;
    private final Graph graph;
    private final Users users;
    private final FollowListener listener;
    private final InstantSource clock;

    public Follows(GraphStore store, Graph graph, Users users, FollowListener listener, InstantSource clock) {
        this.store = store;
        this.graph = graph;
        this.users = users;
        this.listener = listener;
        this.clock = clock;
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

    private void requireOther(long followerId, long followeeId) {
        if (followerId == followeeId) {
            throw new Problem(422, "self_follow", "Nobody follows themselves.", "id");
        }
        users.require(followeeId);
    }

    private void changed(long followerId, long followeeId) {
        graph.changed(followerId, followeeId);
        users.changed(followerId);
        users.changed(followeeId);
    }
}
