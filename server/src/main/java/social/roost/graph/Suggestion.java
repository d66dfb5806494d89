package social.roost.graph;

import java.util.List;
import social.roost.user.Profile;

/**
 * A user whom another might want to follow.
 *
 * @param followedBy up to three users who follow them and whom the other follows
 * @param followedByCount how many of these there are at least: not all of them are looked at
 */
public record Suggestion(Profile user, List<Profile> followedBy, int followedByCount) {

    /** Why a user is suggested. */
    public enum Reason {
        FOLLOWED_BY_PEOPLE_YOU_FOLLOW,
        POPULAR
    }

    public Reason reason() {
        return followedByCount > 0 ? Reason.FOLLOWED_BY_PEOPLE_YOU_FOLLOW : Reason.POPULAR;
    }
}
