package social.roost.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.draft.ScheduledTweet;

/** The JSON of a {@code scheduled tweet}. */
record ScheduledTweetJson(
        String id,
        @Nullable String scheduledAt,
        @Nullable String content,
        @Nullable String replyToId,
        @Nullable String quoteOfId,
        @Nullable String visibility,
        @Nullable List<String> mediaIds,
        @Nullable Boolean sensitive,
        @Nullable String contentWarning,
        @Nullable String language,
        @Nullable String replies,
        DraftJson.@Nullable PollDraftJson poll,
        @Nullable FailureJson failure) {

    static ScheduledTweetJson of(ScheduledTweet tweet) {
        DraftJson draft = DraftJson.of(tweet.draft(), tweet.dueAt());
        ScheduledTweet.Failure failure = tweet.failure();
        return new ScheduledTweetJson(
                Long.toString(tweet.id()),
                draft.scheduledAt(),
                draft.content(),
                draft.replyToId(),
                draft.quoteOfId(),
                draft.visibility(),
                draft.mediaIds(),
                draft.sensitive(),
                draft.contentWarning(),
                draft.language(),
                draft.replies(),
                draft.poll(),
                failure == null ? null : new FailureJson(failure.code(), failure.text()));
    }

    /** Why the tweet could not be posted. */
    record FailureJson(String code, String text) {}
}
