package social.roost.graph;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.graph.GraphStore.Edge;

/**
 * Who blocks and who mutes whom. A block ends by being taken back, a mute also by its time.
 *
 * <p>Promises: a write is durable when it returns, and may be repeated. The events {@code Blocked}, {@code Unblocked}, {@code
 * Muted} and {@code Unmuted} are stored if and only if something changed; the end of a mute by its time has none. Those of
 * changes that race may come in either order, so whoever consumes one asks here how things stand. A read that follows a write
 * sees it.
 *
 * <p>All times are in milliseconds since 1970.
 */
public interface BlockStore {
    /** The end of a mute that has none. */
    long FOR_EVER = Long.MAX_VALUE;

    /** Adds a block; false when it was there already, and nothing changed. */
    @CanIgnoreReturnValue
    boolean block(long userId, long otherId, long now);

    /** Removes a block; false when there was none, and nothing changed. */
    @CanIgnoreReturnValue
    boolean unblock(long userId, long otherId);

    /**
     * Adds a mute, or lets the one that is there end at another time; it keeps its place in the list then.
     *
     * @param until when it ends, {@link #FOR_EVER} for one that does not
     * @return false when it was there with the same end, and nothing changed
     */
    @CanIgnoreReturnValue
    boolean mute(long userId, long otherId, long now, long until);

    /** Removes a mute; false when there was none, and nothing changed. */
    @CanIgnoreReturnValue
    boolean unmute(long userId, long otherId);

    /** Whether one of the two blocks the other. */
    boolean eitherBlocks(long userId, long otherId);

    /** All that a user blocks, is blocked by and mutes. */
    Screen screen(long userId);

    /**
     * Lists whom the user blocks, newest block first.
     *
     * @param before only blocks older than this one; null for the newest
     */
    List<Edge> listBlocked(long userId, @Nullable Edge before, int limit);

    /** Lists whom the user mutes at this time, as {@link #listBlocked} does. */
    List<Edge> listMuted(long userId, long now, @Nullable Edge before, int limit);

    /** Removes mutes that had ended by this time. */
    void deleteEnded(long now);
}
