package social.roost.tweet;

import org.jspecify.annotations.Nullable;

/**
 * The tweets that a tweet refers to, null where there is none. A retweet has no other reference.
 *
 * @param replyToId the tweet it replies to
 * @param replyToUserId that tweet's author
 * @param quoteOfId the tweet it quotes
 * @param retweetOfId the tweet that it shows to the author's followers; never a retweet itself
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

    /** The tweet that is displayed with it: quoted or retweeted. */
    public @Nullable Long shownId() {
        return retweetOfId != null ? retweetOfId : quoteOfId;
    }

    /** Whether it is a reply to someone other than this author of it. */
    public boolean repliesToOther(long authorId) {
        return replyToUserId != null && replyToUserId != authorId;
    }
}
