package social.roost.graph;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.graph.GraphStore.Edge;

/**
 * Who blocks and who mutes whom, and what users want of single followees. A block ends when it is removed, a mute also when it expires.
 *
 * <p>Promises: a write is durable when it returns, and is idempotent. The events {@code Blocked}, {@code Unblocked},
 * {@code Muted}, {@code Unmuted} and {@code FollowOptionsChanged} are stored if and only if something changed; the expiry of a mute has no event.
 * Events of racing changes may arrive in either order, so consumers ask the store for the current state. A read after a
 * write sees it.
 *
 * <p>All times are in milliseconds since 1970.
 */
public interface BlockStore {
    /** The end of a mute that does not expire. */
    long FOR_EVER = Long.MAX_VALUE;

    /** Adds a block; false if it existed already and nothing changed. */
    @CanIgnoreReturnValue
    boolean block(long userId, long otherId, long now);

    /** Removes a block; false if there was none and nothing changed. */
    @CanIgnoreReturnValue
    boolean unblock(long userId, long otherId);

    /**
     * Adds a mute, or changes the end of an existing one, which keeps its place in the list.
     *
     * @param until the end of the mute, or {@link #FOR_EVER}
     * @return false if it existed with the same end and nothing changed
     */
    @CanIgnoreReturnValue
    boolean mute(long userId, long otherId, long now, long until);

    /** Removes a mute; false if there was none and nothing changed. */
    @CanIgnoreReturnValue
    boolean unmute(long userId, long otherId);

    /** Sets what a user wants of a followee; false if it is so already. */
    @CanIgnoreReturnValue
    boolean setOptions(long userId, long followeeId, FollowOptions options);

    /**
     * The users who want to be notified of an author's tweets, ascending.
     *
     * @param after only ids above this one
     * @param limit at most this many: the lowest
     */
    long[] notified(long authorId, long after, int limit);

    /** Whether one of the two blocks the other. */
    boolean eitherBlocks(long userId, long otherId);

    /** All users that a user blocks, is blocked by or mutes, and those with options. */
    Screen screen(long userId);

    /**
     * Lists the users that a user blocks, newest block first.
     *
     * @param before only blocks older than this one; null for the newest
     */
    List<Edge> listBlocked(long userId, @Nullable Edge before, int limit);

    /** Lists the users that a user mutes at this time, see {@link #listBlocked}. */
    List<Edge> listMuted(long userId, long now, @Nullable Edge before, int limit);

    /** Removes mutes that had expired by this time. */
    void deleteEnded(long now);
}
