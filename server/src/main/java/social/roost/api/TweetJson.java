package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Encoding;
import social.roost.base.Timestamps;
import social.roost.http.Json;
import social.roost.tweet.Counts;
import social.roost.tweet.Edition;
import social.roost.tweet.References;
import social.roost.tweet.ReplyRule;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweet;
import social.roost.tweet.text.Entities;

/** The JSON of a {@code tweet}, the same for all viewers. What most tweets do not have is left out if it is empty. */
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
        String visibility,
        @Nullable List<String> mediaIds,
        @Nullable Boolean sensitive,
        @Nullable String contentWarning,
        @Nullable String language,
        @Nullable String replies,
        @Nullable String editedAt,
        @Nullable Integer editsCount,
        Counts counts) {

    static final Encoding<StoredTweet> ENCODING = new Encoding<>(stored -> Json.encode(of(stored)));

    private static TweetJson of(StoredTweet stored) {
        Tweet tweet = stored.tweet();
        References references = tweet.references();
        return new TweetJson(
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
                tweet.visibility().text(),
                mediaIds(tweet),
                tweet.labels().sensitive() ? Boolean.TRUE : null,
                tweet.labels().contentWarning(),
                tweet.labels().language(),
                replies(tweet),
                editedAt(tweet.edition()),
                tweet.edition().isFirst() ? null : (Integer) tweet.edition().number(),
                stored.counts());
    }

    private static @Nullable String editedAt(Edition edition) {
        Long at = edition.editedAt();
        return at == null ? null : Timestamps.format(at);
    }

    private static @Nullable String replies(Tweet tweet) {
        ReplyRule rule = tweet.labels().replies();
        return rule == null ? null : rule.text();
    }

    private static @Nullable List<String> mediaIds(Tweet tweet) {
        return tweet.mediaIds().isEmpty()
                ? null
                : tweet.mediaIds().stream().map(String::valueOf).toList();
    }

    static @Nullable String text(@Nullable Long id) {
        return id == null ? null : Long.toString(id);
    }
}
