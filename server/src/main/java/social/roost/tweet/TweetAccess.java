package social.roost.tweet;

import java.util.Optional;
import social.roost.base.Rejection;
import social.roost.graph.Blocks;

/** Finds the tweet that a user reads or acts on, unless the user may not. */
public final class TweetAccess {
    private final Tweets tweets;
    private final Blocks blocks;
    private final Viewers viewers;
    private final ReplyRules replies;

    public TweetAccess(Tweets tweets, Blocks blocks, Viewers viewers, ReplyRules replies) {
        this.tweets = tweets;
        this.blocks = blocks;
        this.viewers = viewers;
        this.replies = replies;
    }

    /**
     * Finds a tweet to read.
     *
     * @param viewerId 0 for a viewer who is not logged in
     * @throws Rejection NOT_FOUND if the viewer may not read it or it does not exist, FORBIDDEN if its
     *     author is suspended or blocks the viewer
     */
    public StoredTweet require(long viewerId, long tweetId) {
        StoredTweet tweet = find(viewerId, tweetId);
        requireAuthor(viewerId, tweet.authorId());
        return tweet;
    }

    /** Like {@link #require}, but a retweet stands for its original, as in actions. */
    public StoredTweet requireOriginal(long viewerId, long tweetId) {
        StoredTweet original = subject(viewerId, tweetId);
        requireAuthor(viewerId, original.authorId());
        return original;
    }

    /**
     * Checks that a viewer may read an author's tweets.
     *
     * @throws Rejection FORBIDDEN if the author is suspended or blocks the viewer
     */
    public void requireAuthor(long viewerId, long authorId) {
        blocks.requireVisible(viewerId, authorId);
    }

    /**
     * Finds the tweet that a user acts on: for a retweet, its original.
     *
     * @throws Rejection NOT_FOUND if the user may not read it or it does not exist, FORBIDDEN if user or author blocks the other
     */
    public StoredTweet requireSubject(long userId, long tweetId) {
        StoredTweet subject = subject(userId, tweetId);
        blocks.requireContact(userId, subject.authorId(), null);
        return subject;
    }

    /** Like {@link #requireSubject}, but a block does not prevent undoing earlier actions. */
    StoredTweet subject(long userId, long tweetId) {
        StoredTweet tweet = find(userId, tweetId);
        return tweet.tweet().isRetweet() ? find(userId, tweet.subjectId()) : tweet;
    }

    /**
     * Finds the tweet that a new one refers to, like {@link #requireSubject}.
     *
     * @param field of the request
     * @throws Rejection INVALID if it does not exist, FORBIDDEN if one of the two authors blocks the other
     */
    public StoredTweet requireReference(long authorId, long tweetId, String field) {
        StoredTweet subject = readable(authorId, tweetId)
                .flatMap(tweet -> readable(authorId, tweet.subjectId()))
                .orElseThrow(() -> Rejection.invalid(field, "The tweet does not exist."));
        blocks.requireContact(authorId, subject.authorId(), field);
        return subject;
    }

    /**
     * Finds the tweet that a new one replies to, like {@link #requireReference}.
     *
     * @throws Rejection likewise, and FORBIDDEN if the author is not among those who may reply
     */
    StoredTweet requireAnswered(long authorId, long tweetId, String field) {
        StoredTweet answered = requireReference(authorId, tweetId, field);
        replies.require(authorId, answered.tweet(), field);
        return answered;
    }

    /**
     * Finds a tweet for what its author's blocks do not prevent.
     *
     * @throws Rejection NOT_FOUND if the viewer may not read it or it does not exist
     */
    public StoredTweet find(long viewerId, long tweetId) {
        return readable(viewerId, tweetId).orElseThrow(() -> Rejection.notFound("tweet"));
    }

    private Optional<StoredTweet> readable(long viewerId, long tweetId) {
        return tweets.find(tweetId).filter(tweet -> viewers.of(viewerId).mayRead(tweet.tweet()));
    }
}
