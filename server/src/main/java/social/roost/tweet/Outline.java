package social.roost.tweet;

/**
 * What decides who sees a tweet and where it is ranked: little enough to look at hundreds of tweets in one read.
 *
 * @param subjectId the original of a retweet, otherwise its id
 * @param replyToUserId the author of the tweet it replies to; 0 if it is not a reply
 */
public record Outline(
        long id,
        long authorId,
        long subjectId,
        long conversationId,
        long replyToUserId,
        Visibility visibility,
        Counts counts) {

    static Outline of(Tweet tweet, Counts counts) {
        References references = tweet.references();
        Long original = references.retweetOfId();
        Long repliedTo = references.replyToUserId();
        return new Outline(
                tweet.id(),
                tweet.authorId(),
                original == null ? tweet.id() : original,
                tweet.conversationId(),
                repliedTo == null ? 0 : repliedTo,
                tweet.visibility(),
                counts);
    }

    public boolean isRetweet() {
        return subjectId != id;
    }

    /** Whether it is a reply to someone other than its author. */
    public boolean repliesToOther() {
        return replyToUserId != 0 && replyToUserId != authorId;
    }
}
