package social.roost.graph;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;
import social.roost.event.Event;
import social.roost.event.EventSource;

/**
 * Who follows whom.
 *
 * <p>Promises: a write is durable when it returns, completely or not at all. The follower's count changes with the
 * follower's row. The followee's row and count change together too: at the same time or, if that part of the store is
 * down, as soon as it is back. So each count always equals its rows, and both ends agree once all changes are applied,
 * whatever is repeated, raced or interrupted. The events {@code Followed}, {@code Unfollowed}, {@code FameGained} and
 * {@code FameLost} are stored with the change they describe, and delivered when it can be read. A read after a write
 * sees it.
 */
public interface GraphStore {

    /**
     * Adds an edge.
     *
     * @param now milliseconds since 1970
     * @return false if it existed already and nothing changed
     */
    boolean follow(long followerId, long followeeId, long now);

    /** Removes an edge; false if there was none and nothing changed. */
    @CanIgnoreReturnValue
    boolean unfollow(long followerId, long followeeId);

    /**
     * Adds many edges at once without events, for a server that is not running yet.
     *
     * @return how many were new
     */
    int followAll(List<Follow> follows, long now);

    boolean follows(long followerId, long followeeId);

    /** The candidates who follow the user, ascending. */
    long[] followersAmong(long userId, long[] candidates);

    /** All users that the user follows, ascending. */
    long[] followees(long userId);

    /**
     * Whom some users have followed last.
     *
     * @param limit at most this many for each user
     * @return in any order, by user; users who follow nobody may be left out
     */
    Map<Long, long[]> newestFollowees(long[] userIds, int limit);

    /** All followers of the user, ascending. */
    long[] followers(long userId);

    /**
     * Some followers of the user, ascending.
     *
     * @param after only ids above this one
     * @param last only ids up to this one
     * @param limit at most this many: the lowest
     */
    long[] followers(long userId, long after, long last, int limit);

    /**
     * Lists the users that the user follows, newest edge first.
     *
     * @param before only edges older than this one; null for the newest
     */
    List<Edge> listFollowing(long userId, @Nullable Edge before, int limit);

    /** Lists the followers of the user, see {@link #listFollowing}. */
    List<Edge> listFollowers(long userId, @Nullable Edge before, int limit);

    /** By user id; users without any edge may be left out. */
    Map<Long, Counts> counts(long[] userIds);

    boolean isFamous(long userId);

    /** All famous users, ascending. */
    long[] famous();

    /** Updates everyone's fame to the current thresholds, with the corresponding events. */
    void applyThresholds();

    /** Reads all edges as {@link Scan} promises, those of one follower in the order of followees. */
    Scan.Part<Follow> scan(String after, int limit);

    /** All edges as {@code Followed}. */
    default EventSource followed() {
        return EventSource.of(
                "follows", this::scan, follow -> new Event.Followed(follow.followerId(), follow.followeeId()));
    }

    record Follow(long followerId, long followeeId) {
        /** The edge as a position of a scan by follower and followee. */
        public String position() {
            return followerId + "/" + followeeId;
        }

        /** The edge at such a position; one before all others at the start. */
        public static Follow at(String position) {
            int slash = position.indexOf('/');
            return slash < 0
                    ? new Follow(0, 0)
                    : new Follow(
                            Long.parseLong(position.substring(0, slash)),
                            Long.parseLong(position.substring(slash + 1)));
        }
    }

    /** The other end of an edge and the time it was created, in milliseconds since 1970. */
    record Edge(long userId, long createdAt) {}

    record Counts(long followers, long following) {}
}
