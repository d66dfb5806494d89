package social.roost.graph;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Ids;
import social.roost.http.Problem;
import social.roost.user.Users;

/** Follows and unfollows. Both may be repeated. */
public final class Follows {
    private static final Logger LOG = LoggerFactory.getLogger(Follows.class);

    private final GraphStore store;
    private final Graph graph;
    private final Users users;
    private final FollowListener listener;
    private final InstantSource clock;
    private final int maximumFollowing;

    public Follows(
            GraphStore store,
            Graph graph,
            Users users,
            FollowListener listener,
            InstantSource clock,
            int maximumFollowing) {
        this.store = store;
        this.graph = graph;
        this.users = users;
        this.listener = listener;
        this.clock = clock;
        this.maximumFollowing = maximumFollowing;
    }

    /**
     * Makes one user follow another; nothing changes when it is so already.
     *
     * @throws Problem 404 when there is no such user, 422 for oneself, or for one too many
     */
    public void follow(long followerId, long followeeId) {
        requireOther(followerId, followeeId);
        long[] followees = graph.followees(followerId);
        if (followees.length >= maximumFollowing && !Ids.contains(followees, followeeId)) {
            throw new Problem(422, "following_limit", "Nobody follows more than " + maximumFollowing + " users.", "id");
        }
        boolean isNew = store.follow(followerId, followeeId, clock.millis());
        changed(followerId, followeeId);
        if (isNew) {
            tell(followerId, followeeId);
        }
    }

    /**
     * Ends a follow; nothing changes when there is none.
     *
     * @throws Problem 404 when there is no such user, 422 for oneself
     */
    public void unfollow(long followerId, long followeeId) {
        requireOther(followerId, followeeId);
        store.unfollow(followerId, followeeId);
        changed(followerId, followeeId);
    }

    /** The follow is durable, so what fails here must not fail it. */
    private void tell(long followerId, long followeeId) {
        try {
            listener.followed(followerId, followeeId);
        } catch (RuntimeException e) {
            LOG.warn("The tweets of someone followed were not brought in at once; the event will", e);
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
