package social.roost.tweet;

import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;

/** Deletes a tweet: from then on, no read returns it; consumers of its event clean up. */
public final class DeleteTweet {
    private final TweetStore store;
    private final Publishing publishing;
    private final TweetMedia media;
    private final Viewers viewers;

    public DeleteTweet(TweetStore store, Publishing publishing, TweetMedia media, Viewers viewers) {
        this.store = store;
        this.publishing = publishing;
        this.media = media;
        this.viewers = viewers;
    }

    /**
     * Deletes one of the author's tweets; idempotent.
     *
     * @throws Rejection NOT_FOUND if the tweet never existed, FORBIDDEN if it is another user's
     */
    public void delete(long authorId, long tweetId) {
        Tweet tweet = store.findPosted(tweetId);
        boolean own = tweet != null && tweet.authorId() == authorId;
        if (tweet == null || (!own && !viewers.of(authorId).mayRead(tweet))) {
            throw Rejection.notFound("tweet");
        }
        if (!own) {
            throw new Rejection(Kind.FORBIDDEN, "not_your_tweet", "Only its author can delete a tweet.");
        }
        publishing.delete(tweet);
        media.end(tweet);
    }
}
