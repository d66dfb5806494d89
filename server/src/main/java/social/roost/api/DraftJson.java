package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.tweet.Labels;
import social.roost.tweet.PostTweet;
import social.roost.tweet.ReplyRule;
import social.roost.tweet.Visibility;

/** A tweet in the body of a post. */
record DraftJson(
        @Nullable String content,
        @Nullable String replyToId,
        @Nullable String quoteOfId,
        @Nullable String visibility,
        @Nullable List<String> mediaIds,
        @Nullable Boolean sensitive,
        @Nullable String contentWarning,
        @Nullable String language,
        @Nullable String replies) {

    /**
     * Checks the format.
     *
     * @param path before the names of fields in problems
     */
    PostTweet.Draft draft(String path) {
        return new PostTweet.Draft(
                content,
                id(path + "reply_to_id", replyToId),
                id(path + "quote_of_id", quoteOfId),
                visibility(path + "visibility", visibility),
                mediaIds(path + "media_ids"),
                Labels.of(Boolean.TRUE.equals(sensitive), contentWarning, language, replies(path + "replies")));
    }

    private @Nullable ReplyRule replies(String field) {
        return replies == null || replies.equals("everyone")
                ? null
                : ReplyRule.of(replies)
                        .orElseThrow(() -> Rejection.invalid(field, "Expected everyone, followees or mentioned."));
    }

    private List<Long> mediaIds(String field) {
        return mediaIds == null
                ? List.of()
                : mediaIds.stream()
                        .map(text -> Ids.parse(text)
                                .orElseThrow(
                                        () -> Rejection.invalid(field, "At least one of these is not a valid id.")))
                        .toList();
    }

    private static Visibility visibility(String field, @Nullable String text) {
        return text == null
                ? Visibility.PUBLIC
                : Visibility.choice(text).orElseThrow(() -> Rejection.invalid(field, "A tweet can only be public."));
    }

    private static @Nullable Long id(String field, @Nullable String text) {
        return text == null
                ? null
                : (Long) Ids.parse(text).orElseThrow(() -> Rejection.invalid(field, "Not a valid tweet id."));
    }
}
