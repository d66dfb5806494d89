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
 * <p>Promises: a write is durable when it returns, whole or not at all. The follower's count changes with the follower's row;
 * the followee's row and count change together too, at the same time or, when that part of the store is down, as soon as it
 * is back. So each count equals its rows at any time, and both ends agree at rest, whatever is repeated, raced or cut short.
 * The events {@code Followed}, {@code Unfollowed}, {@code FameGained} and {@code FameLost} are stored with the change that
 * they tell of, and come when it is there to be read. A read that follows a write sees it.
 */
public interface GraphStore {

    /**
     * Adds an edge.
     *
     * @param now milliseconds since 1970
     * @return false when it was there already, and nothing changed
     */
    boolean follow(long followerId, long followeeId, long now);

    /** Removes an edge; false when there was none, and nothing changed. */
    @CanIgnoreReturnValue
    boolean unfollow(long followerId, long followeeId);

    /**
     * Adds many edges at once without events, for a server that is not running yet.
     *
     * @return how many were new
     */
    int followAll(List<Follow> follows, long now);

    boolean follows(long followerId, long followeeId);

    /** Those of the candidates who follow the user, in rising order. */
    long[] followersAmong(long userId, long[] candidates);

    /** All whom the user follows, in rising order. */
    long[] followees(long userId);

    /** All who follow the user, in rising order. */
    long[] followers(long userId);

    /**
     * A part of those who follow the user, in rising order.
     *
     * @param after only ids above this one
     * @param last only ids up to this one
     * @param limit at most so many: the lowest
     */
    long[] followers(long userId, long after, long last, int limit);

    /**
     * Lists whom the user follows, newest edge first.
     *
     * @param before only edges older than this one; null for the newest
     */
    List<Edge> listFollowing(long userId, @Nullable Edge before, int limit);

    /** Lists who follows the user, as {@link #listFollowing} does. */
    List<Edge> listFollowers(long userId, @Nullable Edge before, int limit);

    /** By user id; users without any edge may be left out. */
    Map<Long, Counts> counts(long[] userIds);

    boolean isFamous(long userId);

    /** All famous users, in rising order. */
    long[] famous();

    /** Brings everyone's fame in line with the thresholds in use now, with the events that belong to it. */
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

    /** The other end of an edge and when it came to be, in milliseconds since 1970. */
    record Edge(long userId, long createdAt) {}

    record Counts(long followers, long following) {}
}
