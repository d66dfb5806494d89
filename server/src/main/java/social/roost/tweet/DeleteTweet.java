package social.roost.tweet;

import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;

/** Deletes a tweet: from then on, no read returns it; consumers of its event clean up. */
public final class DeleteTweet {
    private final TweetStore store;
    private final Publishing publishing;

    public DeleteTweet(TweetStore store, Publishing publishing) {
        this.store = store;
        this.publishing = publishing;
    }

    /**
     * Deletes one of the author's tweets; idempotent.
     *
     * @throws Rejection NOT_FOUND if the tweet never existed, FORBIDDEN if it is another user's
     */
    public void delete(long authorId, long tweetId) {
        Tweet tweet = store.findPosted(tweetId);
        if (tweet == null) {
            throw Rejection.notFound("tweet");
        }
        if (tweet.authorId() != authorId) {
            throw new Rejection(Kind.FORBIDDEN, "not_your_tweet", "Only its author can delete a tweet.");
        }
        publishing.delete(tweet);
    }
}
