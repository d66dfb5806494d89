package social.roost.tweet;

import java.time.InstantSource;
import social.roost.http.Problem;
import social.roost.user.Users;

/** Deletes a tweet: no read shows it from then on; its event lets the background tidy up. */
public final class DeleteTweet {
    private final TweetStore store;
    private final Tweets tweets;
    private final Users users;
    private final InstantSource clock;

    public DeleteTweet(TweetStore store, Tweets tweets, Users users, InstantSource clock) {
        this.store = store;
        this.tweets = tweets;
        this.users = users;
        this.clock = clock;
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
        store.delete(tweetId, clock.millis());
        tweets.changed(tweetId);
        users.changed(authorId);
    }
}
