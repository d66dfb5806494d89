package social.roost.user;

import java.util.Map;

/** What a profile shows and the graph and the tweets know. */
@FunctionalInterface
public interface ProfileCounts {
    Counts NONE = new Counts(0, 0, 0);

    /** By user id; users left out have {@link #NONE}. */
    Map<Long, Counts> of(long[] userIds);

    /** Exact as of the call. */
    record Counts(long followers, long following, long tweets) {
        Counts withOneMoreTweet() {
            return new Counts(followers, following, tweets + 1);
        }
    }
}
