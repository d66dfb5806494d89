package social.roost.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Rejection;
import social.roost.base.Timestamps;
import social.roost.tweet.Labels;
import social.roost.tweet.Poll;
import social.roost.tweet.PostTweet;
import social.roost.tweet.ReplyRule;
import social.roost.tweet.Visibility;

/** A tweet that is not posted yet. */
record DraftJson(
        @Nullable String content,
        @Nullable String replyToId,
        @Nullable String quoteOfId,
        @Nullable String visibility,
        @Nullable List<String> mediaIds,
        @Nullable Boolean sensitive,
        @Nullable String contentWarning,
        @Nullable String language,
        @Nullable String replies,
        @Nullable PollDraftJson poll,
        @Nullable String scheduledAt) {

    static DraftJson of(PostTweet.Draft draft, @Nullable Long scheduledAt) {
        Labels labels = draft.labels();
        Poll.Draft poll = draft.poll();
        return new DraftJson(
                draft.content(),
                TweetJson.text(draft.replyToId()),
                TweetJson.text(draft.quoteOfId()),
                draft.visibility().text(),
                draft.mediaIds().isEmpty()
                        ? null
                        : draft.mediaIds().stream().map(String::valueOf).toList(),
                labels.sensitive() ? Boolean.TRUE : null,
                labels.contentWarning(),
                labels.language(),
                labels.replies() == null ? null : labels.replies().text(),
                poll == null ? null : new PollDraftJson(poll.options(), poll.durationSeconds()),
                scheduledAt == null ? null : Timestamps.format(scheduledAt));
    }

    /**
     * Checks the format.
     *
     * @param path before the names of fields in problems; empty for a tweet that can be scheduled
     */
    PostTweet.Draft draft(String path) {
        if (!path.isEmpty() && scheduledAt != null) {
            throw Rejection.invalid(path + "scheduled_at", "Only a single tweet can be scheduled.");
        }
        return new PostTweet.Draft(
                content,
                id(path + "reply_to_id", replyToId),
                id(path + "quote_of_id", quoteOfId),
                visibility(path + "visibility", visibility),
                mediaIds(path + "media_ids"),
                Labels.of(Boolean.TRUE.equals(sensitive), contentWarning, language, replies(path + "replies")),
                poll == null ? null : poll.draft());
    }

    private @Nullable ReplyRule replies(String field) {
        return replies == null || replies.equals("everyone")
                ? null
                : ReplyRule.of(replies)
                        .orElseThrow(() -> Rejection.invalid(field, "Expected everyone, followees or mentioned."));
    }

    /** A draft with those parts changed that are here. */
    PostTweet.Draft edited(PostTweet.Draft before) {
        PostTweet.Draft changed = draft("");
        Labels labels = before.labels();
        return new PostTweet.Draft(
                content == null ? before.content() : content,
                replyToId == null ? before.replyToId() : changed.replyToId(),
                quoteOfId == null ? before.quoteOfId() : changed.quoteOfId(),
                visibility == null ? before.visibility() : changed.visibility(),
                mediaIds == null ? before.mediaIds() : changed.mediaIds(),
                Labels.of(
                        sensitive == null ? labels.sensitive() : sensitive,
                        contentWarning == null ? labels.contentWarning() : contentWarning,
                        language == null ? labels.language() : language,
                        replies == null ? labels.replies() : changed.labels().replies()),
                poll == null ? before.poll() : poll.isNone() ? null : changed.poll());
    }

    /** When the tweet is to be posted, in milliseconds since 1970; null for now. */
    @Nullable
    Long scheduledMillis() {
        try {
            return scheduledAt == null
                    ? null
                    : (Long) Instant.parse(scheduledAt).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw Rejection.invalid("scheduled_at", "Expected a time such as 2026-01-31T12:00:00.000Z.");
        }
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

    /** The poll of the tweet. */
    record PollDraftJson(
            @Nullable List<String> options, @Nullable Long durationSeconds) {
        Poll.Draft draft() {
            return new Poll.Draft(options, durationSeconds);
        }

        /** Whether it removes the poll. */
        private boolean isNone() {
            return options != null && options.isEmpty();
        }
    }
}
