package social.roost.tweet;

import social.roost.base.Rejection;
import social.roost.graph.Blocks;

/** Finds the tweet that a user looks at or acts on, unless that user may not. */
public final class TweetAccess {
    private final Tweets tweets;
    private final Blocks blocks;

    public TweetAccess(Tweets tweets, Blocks blocks) {
        this.tweets = tweets;
        this.blocks = blocks;
    }

    /**
     * Finds a tweet to look at.
     *
     * @param viewerId 0 for someone who is not logged in
     * @throws Rejection NOT_FOUND when there is none, FORBIDDEN when its author is suspended or blocks the viewer
     */
    public StoredTweet require(long viewerId, long tweetId) {
        StoredTweet tweet = find(tweetId);
        requireAuthor(viewerId, tweet.authorId());
        return tweet;
    }

    /** As {@link #require}, but a retweet stands for its original, as it does where someone acts on it. */
    public StoredTweet requireOriginal(long viewerId, long tweetId) {
        StoredTweet original = subject(tweetId);
        requireAuthor(viewerId, original.authorId());
        return original;
    }

    /**
     * Sees to it that someone may look at an author's tweets.
     *
     * @throws Rejection FORBIDDEN when the author is suspended or blocks the viewer
     */
    public void requireAuthor(long viewerId, long authorId) {
        blocks.requireVisible(viewerId, authorId);
    }

    /**
     * Finds the tweet that someone acts on: where that is a retweet, its original.
     *
     * @throws Rejection NOT_FOUND when there is none, FORBIDDEN when the user and the author do not have to do with each other
     */
    StoredTweet requireSubject(long userId, long tweetId) {
        StoredTweet subject = subject(tweetId);
        blocks.requireContact(userId, subject.authorId(), null);
        return subject;
    }

    /** As {@link #requireSubject}, but a block does not keep anyone from taking back what was done before. */
    StoredTweet subject(long tweetId) {
        StoredTweet tweet = find(tweetId);
        return tweet.tweet().isRetweet() ? find(tweet.subjectId()) : tweet;
    }

    /**
     * Finds the tweet that a new one is about, as {@link #requireSubject}.
     *
     * @param field of the request
     * @throws Rejection INVALID when there is none, FORBIDDEN when the author and that of the tweet do not have to do with each other
     */
    StoredTweet requireReference(long authorId, long tweetId, String field) {
        StoredTweet subject = tweets.find(tweetId)
                .flatMap(tweet -> tweets.find(tweet.subjectId()))
                .orElseThrow(() -> Rejection.invalid(field, "The tweet does not exist."));
        blocks.requireContact(authorId, subject.authorId(), field);
        return subject;
    }

    private StoredTweet find(long tweetId) {
        return tweets.find(tweetId).orElseThrow(() -> Rejection.notFound("tweet"));
    }
}
