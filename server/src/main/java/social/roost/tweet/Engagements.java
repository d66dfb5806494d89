package social.roost.tweet;

import java.time.InstantSource;
import social.roost.base.Rejection;

/** Likes and bookmarks tweets, and takes both back. All may be repeated; a retweet stands for its original. */
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
     * Puts a mark on a tweet; nothing changes when it is there already.
     *
     * @return the tweet with its counts now
     * @throws Rejection NOT_FOUND when there is no such tweet, FORBIDDEN when user and author do not have to do with each other
     */
    public StoredTweet add(Mark mark, long userId, long tweetId) {
        StoredTweet tweet = access.requireSubject(userId, tweetId);
        return changed(mark, userId, tweet, store.add(mark, userId, tweet.id(), clock.millis()));
    }

    /**
     * Takes a mark off a tweet; nothing changes when there is none.
     *
     * @return the tweet with its counts now
     * @throws Rejection NOT_FOUND when there is no such tweet
     */
    public StoredTweet remove(Mark mark, long userId, long tweetId) {
        StoredTweet tweet = access.subject(tweetId);
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
