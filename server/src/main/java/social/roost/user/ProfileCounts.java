package social.roost.user;

import java.util.Map;

/** The counts of a profile, which the graph and the tweets know. */
@FunctionalInterface
public interface ProfileCounts {
    Counts NONE = new Counts(0, 0, 0);

    /** By user id; missing users have {@link #NONE}. */
    Map<Long, Counts> of(long[] userIds);

    /** Exact at the time of the call. */
    record Counts(long followers, long following, long tweets) {
        Counts withMoreTweets(int more) {
            return new Counts(followers, following, tweets + more);
        }
    }
}
