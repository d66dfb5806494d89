package social.roost.tweet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Snowflake;
import social.roost.tweet.text.Entities;
import social.roost.tweet.text.ParsedText;

/**
 * A tweet as it is stored.
 *
 * @param content in Unicode normalization form C; empty for a retweet, and possible with media
 * @param conversationId the first tweet of its conversation; its own id if it starts one
 * @param mediaIds in the order of the author
 * @param poll null for none
 * @param edition which version of the text it is
 */
public record Tweet(
        long id,
        long authorId,
        String content,
        Entities entities,
        References references,
        long conversationId,
        Visibility visibility,
        List<Long> mediaIds,
        Labels labels,
        @Nullable Poll poll,
        Edition edition) {

    /** A tweet of text. */
    public Tweet(
            long id,
            long authorId,
            String content,
            Entities entities,
            References references,
            long conversationId,
            Visibility visibility) {
        this(id, authorId, content, entities, references, conversationId, visibility, List.of(), Labels.NONE, null);
    }

    /** A tweet as it is posted. */
    public Tweet(
            long id,
            long authorId,
            String content,
            Entities entities,
            References references,
            long conversationId,
            Visibility visibility,
            List<Long> mediaIds,
            Labels labels,
            @Nullable Poll poll) {
        this(
                id,
                authorId,
                content,
                entities,
                references,
                conversationId,
                visibility,
                mediaIds,
                labels,
                poll,
                Edition.FIRST);
    }

    /** A tweet without a poll. */
    public Tweet(
            long id,
            long authorId,
            String content,
            Entities entities,
            References references,
            long conversationId,
            Visibility visibility,
            List<Long> mediaIds,
            Labels labels) {
        this(id, authorId, content, entities, references, conversationId, visibility, mediaIds, labels, null);
    }

    /** A retweet, which is a tweet of its own without content. */
    public static Tweet retweet(long id, long authorId, long originalId) {
        return new Tweet(id, authorId, "", Entities.NONE, References.retweet(originalId), id, Visibility.PUBLIC);
    }

    /**
     * Whether it was posted together with the tweet that it replies to, as a thread: only then their ids are
     * consecutive.
     */
    public boolean continuesThread() {
        Long repliedTo = references.replyToId();
        return repliedTo != null && repliedTo == id - 1 && !references.repliesToOther(authorId);
    }

    /** The same tweet with another id. */
    public Tweet withId(long otherId) {
        return new Tweet(
                otherId,
                authorId,
                content,
                entities,
                references,
                conversationId,
                visibility,
                mediaIds,
                labels,
                poll,
                edition);
    }

    /** The same tweet as a reply to another of the same author. */
    public Tweet continuing(long tweetId) {
        References others = new References(tweetId, authorId, references.quoteOfId(), null);
        return new Tweet(
                id, authorId, content, entities, others, conversationId, visibility, mediaIds, labels, poll, edition);
    }

    /** The same tweet with another text. */
    public Tweet edited(ParsedText text, Labels otherLabels, Edition next) {
        return new Tweet(
                id,
                authorId,
                text.content(),
                text.entities(),
                references,
                conversationId,
                visibility,
                mediaIds,
                otherLabels,
                poll,
                next);
    }

    /** In milliseconds since 1970. */
    public long createdAt() {
        return Snowflake.millis(id);
    }

    public @Nullable Long retweetOfId() {
        return references.retweetOfId();
    }

    public boolean isRetweet() {
        return references.retweetOfId() != null;
    }
}
