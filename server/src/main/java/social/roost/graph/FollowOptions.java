package social.roost.graph;

/**
 * What a user wants of one followee.
 *
 * @param hidingRetweets whether the followee's retweets are left out of the home timeline
 * @param notifying whether each tweet of the followee is a notification
 */
public record FollowOptions(boolean hidingRetweets, boolean notifying) {
    public static final FollowOptions NONE = new FollowOptions(false, false);
}
