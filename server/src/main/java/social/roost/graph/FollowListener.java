package social.roost.graph;

/** Told of a new follow before its answer goes out, so that what depends on it is there at the follower's next read. */
@FunctionalInterface
public interface FollowListener {
    void followed(long followerId, long followeeId);
}
