package social.roost.tweet;

import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;

/** Deletes a tweet: no read shows it from then on; its event lets the background tidy up. */
public final class DeleteTweet {
    private final TweetStore store;
    private final Publishing publishing;

    public DeleteTweet(TweetStore store, Publishing publishing) {
        this.store = store;
        this.publishing = publishing;
    }

    /**
     * Deletes one of the author's tweets; repeating it changes nothing.
     *
     * @throws Rejection NOT_FOUND when there never was such a tweet, FORBIDDEN when it is someone else's
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
