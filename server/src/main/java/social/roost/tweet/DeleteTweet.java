package social.roost.tweet;

import social.roost.http.Problem;

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
     * @throws Problem 404 when there never was such a tweet, 403 when it is someone else's
     */
    public void delete(long authorId, long tweetId) {
        Tweet tweet = store.findPosted(tweetId);
        if (tweet == null) {
            throw Problem.notFound("tweet");
        }
        if (tweet.authorId() != authorId) {
            throw new Problem(403, "not_your_tweet", "Only its author can delete a tweet.");
        }
        publishing.delete(tweet);
    }
}
