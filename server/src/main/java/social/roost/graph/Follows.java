package social.roost.graph;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.user.Users;

/**
 * Follows and unfollows. Both may be repeated.
 *
 * <p>No follow outlives a block that it races. Either is stored first and then looks for the other, in the stores and not in
 * memory, which may miss what another process did a moment ago. So the one that was stored last finds the other and ends the
 * follow; if it crashes in between, the event of the one stored last does. The look into memory beforehand only spares what
 * would be undone.
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
     * Makes one user follow another; nothing changes when it is so already.
     *
     * @throws Rejection NOT_FOUND when there is no such user, FORBIDDEN when one of the two blocks the other or the other is
     *     suspended, INVALID for oneself, or for one too many
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
            tell(followerId, followeeId);
        }
    }

    /**
     * Ends a follow; nothing changes when there is none.
     *
     * @throws Rejection NOT_FOUND when there is no such user, INVALID for oneself
     */
    public void unfollow(long followerId, long followeeId) {
        requireOther(followerId, followeeId);
        edges.end(followerId, followeeId);
    }

    /** The follow is durable, so what fails here must not fail it. */
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
