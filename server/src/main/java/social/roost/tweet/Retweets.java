package social.roost.tweet;

import social.roost.base.Rejection;
import social.roost.base.Snowflake;
import social.roost.tweet.Publishing.Outcome;
import social.roost.user.Profile;
import social.roost.user.Users;

/** Creates and removes retweets. Both are idempotent. */
public final class Retweets {
    private final TweetStore store;
    private final Tweets tweets;
    private final TweetAccess access;
    private final Publishing publishing;
    private final Users users;
    private final Snowflake ids;

    public Retweets(
            TweetStore store, Tweets tweets, TweetAccess access, Publishing publishing, Users users, Snowflake ids) {
        this.store = store;
        this.tweets = tweets;
        this.access = access;
        this.publishing = publishing;
        this.users = users;
        this.ids = ids;
    }

    /**
     * Shows a tweet to the user's followers, as a tweet of its own.
     *
     * @return the original with its current counts
     * @throws Rejection NOT_FOUND if the tweet does not exist, FORBIDDEN if user or author blocks the other
     */
    public StoredTweet retweet(long userId, long tweetId) {
        StoredTweet original = access.requireSubject(userId, tweetId);
        Profile user = users.require(userId);
        Tweet retweet = Tweet.retweet(ids.next(), userId, original.id());
        if (publishing.publish(retweet, null, user) instanceof Outcome.Published) {
            takeBackIfGone(retweet, original);
        }
        return now(original);
    }

    /**
     * Removes a retweet.
     *
     * @return the original with its current counts
     * @throws Rejection NOT_FOUND if the tweet does not exist
     */
    public StoredTweet undo(long userId, long tweetId) {
        StoredTweet original = access.subject(userId, tweetId);
        Long retweet = store.findRetweet(userId, original.id());
        if (retweet != null) {
            publishing.delete(Tweet.retweet(retweet, userId, original.id()));
        }
        return now(original);
    }

    /** The deletion of an original deletes its retweets, but only those that existed at that time. */
    private void takeBackIfGone(Tweet retweet, StoredTweet original) {
        if (tweets.find(original.id()).isEmpty()) {
            publishing.delete(retweet);
            throw Rejection.notFound("tweet");
        }
    }

    private StoredTweet now(StoredTweet original) {
        return tweets.find(original.id()).orElse(original);
    }
}
