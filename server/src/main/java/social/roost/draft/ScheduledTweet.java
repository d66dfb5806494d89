package social.roost.draft;

import org.jspecify.annotations.Nullable;
import social.roost.tweet.PostTweet.Draft;

/**
 * A tweet that is posted later.
 *
 * @param dueAt when it is posted, in milliseconds since 1970
 * @param revision how often it was edited
 * @param failure why it could not be posted; null while it waits
 */
public record ScheduledTweet(
        long id,
        long userId,
        long dueAt,
        Draft draft,
        int revision,
        @Nullable Failure failure) {

    /**
     * Why it could not be posted.
     *
     * @param code as in a rejection
     * @param text for people
     */
    public record Failure(String code, String text) {}

    /** The same with other content, which waits again. */
    ScheduledTweet edited(Draft other, long otherDueAt) {
        return new ScheduledTweet(id, userId, otherDueAt, other, revision + 1, null);
    }
}
