package social.roost.graph;

/** Called for a new follow before the response is sent, so that the follower's next read includes its effects. */
@FunctionalInterface
public interface FollowListener {
    void followed(long followerId, long followeeId);
}
