package social.roost.graph;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.graph.GraphStore.Edge;
import social.roost.user.Users;

/**
 * Adds and removes blocks and mutes. All of it is idempotent.
 *
 * <p>A block ends the follows between the two users before its response. This class also consumes the events of blocks
 * and follows, to complete what a crash interrupted.
 */
public final class Screening implements StreamConsumer.OfGraph {
    private final BlockStore store;
    private final Blocks blocks;
    private final Users users;
    private final FollowEdges follows;
    private final InstantSource clock;

    public Screening(BlockStore store, Blocks blocks, Users users, FollowEdges follows, InstantSource clock) {
        this.store = store;
        this.blocks = blocks;
        this.users = users;
        this.follows = follows;
        this.clock = clock;
    }

    /**
     * Blocks a user.
     *
     * @throws Rejection NOT_FOUND if the user does not exist, INVALID for oneself
     */
    public void block(long userId, long otherId) {
        requireToBlock(userId, otherId);
        store.block(userId, otherId, clock.millis());
        forgetBoth(userId, otherId);
        follows.keepApart(userId, otherId);
    }

    /**
     * Removes a block; the follows it ended do not come back.
     *
     * @throws Rejection NOT_FOUND if the user does not exist, INVALID for oneself
     */
    public void unblock(long userId, long otherId) {
        requireToBlock(userId, otherId);
        store.unblock(userId, otherId);
        forgetBoth(userId, otherId);
    }

    /**
     * Mutes a user, who is not notified.
     *
     * @param duration from now on; null for a mute that does not expire
     * @throws Rejection NOT_FOUND if the user does not exist, INVALID for oneself
     */
    public void mute(long userId, long otherId, @Nullable Duration duration) {
        requireToMute(userId, otherId);
        long now = clock.millis();
        store.mute(userId, otherId, now, duration == null ? BlockStore.FOR_EVER : now + duration.toMillis());
        blocks.forget(userId);
    }

    /**
     * Removes a mute.
     *
     * @throws Rejection NOT_FOUND if the user does not exist, INVALID for oneself
     */
    public void unmute(long userId, long otherId) {
        requireToMute(userId, otherId);
        store.unmute(userId, otherId);
        blocks.forget(userId);
    }

    /** The users that a user blocks, see {@link BlockStore#listBlocked}. */
    public List<Edge> listBlocked(long userId, @Nullable Edge before, int limit) {
        return store.listBlocked(userId, before, limit);
    }

    /** The users that a user mutes now, see {@link BlockStore#listMuted}. */
    public List<Edge> listMuted(long userId, @Nullable Edge before, int limit) {
        return store.listMuted(userId, clock.millis(), before, limit);
    }

    /** Removes expired mutes from the store. */
    public void removeEnded() {
        store.deleteEnded(clock.millis());
    }

    @Override
    public void consume(Event.OfGraph event) {
        switch (event) {
            case Event.Blocked(long user, long other) -> follows.keepApart(user, other);
            case Event.Followed(long follower, long followee) -> follows.keepApart(follower, followee);
            default -> {}
        }
    }

    private void requireToBlock(long userId, long otherId) {
        if (userId == otherId) {
            throw new Rejection(Kind.INVALID, "self_block", "You cannot block yourself.", "id");
        }
        users.require(otherId);
    }

    private void requireToMute(long userId, long otherId) {
        if (userId == otherId) {
            throw new Rejection(Kind.INVALID, "self_mute", "You cannot mute yourself.", "id");
        }
        users.require(otherId);
    }

    private void forgetBoth(long userId, long otherId) {
        blocks.forget(userId);
        blocks.forget(otherId);
    }
}
