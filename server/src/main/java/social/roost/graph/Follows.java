package social.roost.graph;

import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.user.Users;

/**
 * Follows and unfollows users. Both are idempotent.
 *
 * <p>No follow outlives a racing block. Both are stored first and then look for the other, in the stores and not in
 * caches, which may miss recent writes of other processes. So the one that was stored last finds the other and ends the
 * follow. If it crashes in between, the event of the one stored last does so. The check of the cache beforehand only
 * avoids work that would be undone.
 */
public final class Follows {
    private static final Logger LOG = LoggerFactory.getLogger(Follows.class);

    private final FollowEdges edges;
    private final Graph graph;
    private final Users users;
    private final Blocks blocks;
    private final FollowListener listener;
    private final GraphSettings settings;

    public Follows(
            FollowEdges edges,
            Graph graph,
            Users users,
            Blocks blocks,
            FollowListener listener,
            GraphSettings settings) {
        this.edges = edges;
        this.graph = graph;
        this.users = users;
        this.blocks = blocks;
        this.listener = listener;
        this.settings = settings;
    }

    /**
     * Makes one user follow another; does nothing if they already do.
     *
     * @throws Rejection NOT_FOUND if the user does not exist, FORBIDDEN if one of the two blocks the other or the other
     *     is suspended, INVALID for oneself, or above the limit
     */
    public void follow(long followerId, long followeeId) {
        requireOther(followerId, followeeId);
        blocks.requireContact(followerId, followeeId, null);
        requireRoom(followerId, followeeId);
        boolean isNew = edges.add(followerId, followeeId);
        if (edges.keepApart(followerId, followeeId)) {
            throw Blocks.blocked(null);
        }
        if (isNew) {
            edges.choose(followerId, followeeId, FollowOptions.NONE);
            tell(followerId, followeeId);
        }
    }

    /**
     * Like {@link #follow}, and sets what the user wants of the followee for as long as the follow lasts.
     *
     * @param change of what the user wants so far
     */
    public void follow(long followerId, long followeeId, UnaryOperator<FollowOptions> change) {
        follow(followerId, followeeId);
        edges.choose(
                followerId,
                followeeId,
                change.apply(blocks.hiddenFrom(followerId).options(followeeId)));
    }

    /**
     * Makes another user stop following this one, who is not told.
     *
     * @throws Rejection NOT_FOUND if the user does not exist, INVALID for oneself
     */
    public void removeFollower(long userId, long followerId) {
        requireOther(userId, followerId);
        edges.end(followerId, userId);
    }

    /**
     * Ends a follow; does nothing if there is none.
     *
     * @throws Rejection NOT_FOUND if the user does not exist, INVALID for oneself
     */
    public void unfollow(long followerId, long followeeId) {
        requireOther(followerId, followeeId);
        edges.end(followerId, followeeId);
    }

    /** The follow is durable, so a failure here must not fail it. */
    private void tell(long followerId, long followeeId) {
        try {
            listener.followed(followerId, followeeId);
        } catch (RuntimeException e) {
            LOG.warn("Could not add the tweets of a followed user immediately; the event will", e);
        }
    }

    private void requireOther(long followerId, long followeeId) {
        if (followerId == followeeId) {
            throw new Rejection(Kind.INVALID, "self_follow", "You cannot follow yourself.", "id");
        }
        users.require(followeeId);
    }

    private void requireRoom(long followerId, long followeeId) {
        long[] followees = graph.followees(followerId);
        int most = settings.maximumFollowing();
        if (followees.length >= most && !Ids.contains(followees, followeeId)) {
            throw new Rejection(
                    Kind.INVALID, "following_limit", "You cannot follow more than " + most + " users.", "id");
        }
    }
}
