package social.roost.tweet;

import org.jspecify.annotations.Nullable;
import social.roost.base.Snowflake;
import social.roost.tweet.text.Entities;

/**
 * A tweet as it is stored.
 *
 * @param content in Unicode normal form C
 * @param replyToId the tweet it answers, null when none
 * @param conversationId the first tweet of its conversation, its own id when it begins one
 */
public record Tweet(
        long id,
        long authorId,
        String content,
        Entities entities,
        @Nullable Long replyToId,
        long conversationId) {

    /** In milliseconds since 1970. */
    public long createdAt() {
        return Snowflake.millis(id);
    }
}
