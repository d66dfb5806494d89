package social.roost.tweet;

import org.jspecify.annotations.Nullable;
import social.roost.base.Timestamps;
import social.roost.http.Json;
import social.roost.tweet.text.Entities;

/** {@code tweet} as the API shows it. */
record TweetJson(
        String id,
        String authorId,
        String content,
        String createdAt,
        Entities entities,
        @Nullable String replyToId,
        @Nullable String inReplyToUserId,
        @Nullable String quoteOfId,
        @Nullable String retweetOfId,
        String conversationId,
        Counts counts) {

    static byte[] encode(Tweet tweet, Counts counts) {
        References references = tweet.references();
        return Json.encode(new TweetJson(
                Long.toString(tweet.id()),
                Long.toString(tweet.authorId()),
                tweet.content(),
                Timestamps.format(tweet.createdAt()),
                tweet.entities(),
                text(references.replyToId()),
                text(references.replyToUserId()),
                text(references.quoteOfId()),
                text(references.retweetOfId()),
                Long.toString(tweet.conversationId()),
                counts));
    }

    private static @Nullable String text(@Nullable Long id) {
        return id == null ? null : Long.toString(id);
    }
}
