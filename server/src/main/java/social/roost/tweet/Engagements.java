package social.roost.tweet;

import java.time.InstantSource;
import social.roost.base.Rejection;

/** Adds and removes likes and bookmarks. All of it is idempotent; a retweet stands for its original. */
public final class Engagements {
    private final EngagementStore store;
    private final Tweets tweets;
    private final TweetAccess access;
    private final ViewerMarks marks;
    private final InstantSource clock;

    public Engagements(
            EngagementStore store, Tweets tweets, TweetAccess access, ViewerMarks marks, InstantSource clock) {
        this.store = store;
        this.tweets = tweets;
        this.access = access;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * Adds a mark to a tweet; does nothing if it exists.
     *
     * @return the tweet with its current counts
     * @throws Rejection NOT_FOUND if the tweet does not exist, FORBIDDEN if user or author blocks the other
     */
    public StoredTweet add(Mark mark, long userId, long tweetId) {
        StoredTweet tweet = access.requireSubject(userId, tweetId);
        return changed(mark, userId, tweet, store.add(mark, userId, tweet.id(), clock.millis()));
    }

    /**
     * Removes a mark from a tweet; does nothing if there is none.
     *
     * @return the tweet with its current counts
     * @throws Rejection NOT_FOUND if the tweet does not exist
     */
    public StoredTweet remove(Mark mark, long userId, long tweetId) {
        StoredTweet tweet = access.subject(userId, tweetId);
        return changed(mark, userId, tweet, store.remove(mark, userId, tweet.id()));
    }

    private StoredTweet changed(Mark mark, long userId, StoredTweet before, boolean changed) {
        if (!changed) {
            return before;
        }
        marks.changed(userId);
        StoredTweet after = mark == Mark.LIKE ? tweets.changed(before.id()) : before;
        return after == null ? before : after;
    }
}
