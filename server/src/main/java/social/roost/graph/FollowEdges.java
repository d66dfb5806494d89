package social.roost.graph;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.InstantSource;
import social.roost.user.Users;

/** Stores and ends follows, and then brings the memory of this process up to date. */
public final class FollowEdges {
    private final GraphStore store;
    private final Graph graph;
    private final Users users;
    private final Blocks blocks;
    private final InstantSource clock;

    public FollowEdges(GraphStore store, Graph graph, Users users, Blocks blocks, InstantSource clock) {
        this.store = store;
        this.graph = graph;
        this.users = users;
        this.blocks = blocks;
        this.clock = clock;
    }

    /** Whether it is new. */
    boolean add(long followerId, long followeeId) {
        boolean isNew = store.follow(followerId, followeeId, clock.millis());
        changed(followerId, followeeId);
        return isNew;
    }

    /** Ends a follow and what the follower wanted of the followee. */
    void end(long followerId, long followeeId) {
        store.unfollow(followerId, followeeId);
        choose(followerId, followeeId, FollowOptions.NONE);
        changed(followerId, followeeId);
    }

    /** Sets what a follower wants of a followee. */
    void choose(long followerId, long followeeId, FollowOptions options) {
        if (!blocks.hiddenFrom(followerId).options(followeeId).equals(options)) {
            blocks.setOptions(followerId, followeeId, options);
        }
    }

    /** Ends the follows between two users if one blocks the other; false when none does. */
    @CanIgnoreReturnValue
    boolean keepApart(long userId, long otherId) {
        if (!blocks.eitherBlocksNow(userId, otherId)) {
            return false;
        }
        end(userId, otherId);
        end(otherId, userId);
        return true;
    }

    private void changed(long followerId, long followeeId) {
        graph.changed(followerId, followeeId);
        users.changed(followerId);
        users.changed(followeeId);
    }
}
