package social.roost.tweet;

import org.jspecify.annotations.Nullable;

/**
 * The other tweets that a tweet is about, null where it is about none. A retweet is nothing else.
 *
 * @param replyToId the tweet it answers
 * @param replyToUserId that tweet's author
 * @param quoteOfId the tweet it quotes
 * @param retweetOfId the tweet it shows to the author's followers; never a retweet itself
 */
public record References(
        @Nullable Long replyToId,
        @Nullable Long replyToUserId,
        @Nullable Long quoteOfId,
        @Nullable Long retweetOfId) {

    public static final References NONE = new References(null, null, null, null);

    public static References retweet(long originalId) {
        return new References(null, null, null, originalId);
    }

    /** The tweet that is shown with it, by its author's wish: quoted or retweeted. */
    public @Nullable Long shownId() {
        return retweetOfId != null ? retweetOfId : quoteOfId;
    }

    /** Whether it answers someone other than its author, who is this one. */
    public boolean repliesToOther(long authorId) {
        return replyToUserId != null && replyToUserId != authorId;
    }
}
