package social.roost.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Snowflake;

/**
 * What a moderator decided about a case.
 *
 * @param userId whom it concerns
 * @param reason told to the user; empty for a dismissal
 * @param until the end of a suspension in milliseconds since 1970; null for none
 * @param tweetIds what it concerns; empty for the account
 */
public record Decision(
        long id,
        long caseId,
        long userId,
        long moderatorId,
        Action action,
        String reason,
        @Nullable Long until,
        List<Long> tweetIds) {

    public Decision {
        tweetIds = List.copyOf(tweetIds);
    }

    /** In milliseconds since 1970. */
    public long at() {
        return Snowflake.millis(id);
    }
}
