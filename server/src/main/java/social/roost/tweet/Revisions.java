package social.roost.tweet;

import java.util.List;
import social.roost.base.Rejection;

/** The versions of a tweet's text, for whoever may read the tweet. */
public final class Revisions {
    private final TweetStore store;
    private final TweetAccess access;

    public Revisions(TweetStore store, TweetAccess access) {
        this.store = store;
        this.access = access;
    }

    /**
     * Reads all versions; those of a retweet are those of its original.
     *
     * @param viewerId 0 for a viewer who is not logged in
     * @return the oldest first, the current one last
     * @throws Rejection as {@link TweetAccess#requireOriginal} describes
     */
    public List<Revision> read(long viewerId, long tweetId) {
        List<Revision> revisions =
                store.revisions(access.requireOriginal(viewerId, tweetId).id());
        if (revisions.isEmpty()) {
            throw Rejection.notFound("tweet");
        }
        return revisions;
    }
}
