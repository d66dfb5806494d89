package social.roost.moderation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.Snowflake;

/**
 * All reports of a user until moderators decide about them.
 *
 * @param claimedBy the moderator who looks at it; 0 for none
 * @param claimedUntil in milliseconds since 1970
 * @param closedAt in milliseconds since 1970; null while it is open
 * @param counts the number of reports by category
 */
public record ModerationCase(
        long id,
        long userId,
        long claimedBy,
        long claimedUntil,
        @Nullable Long closedAt,
        Map<ReportCategory, Integer> counts) {

    public ModerationCase {
        counts = Map.copyOf(counts);
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** Whether a moderator claims it at this time. */
    public boolean isClaimed(long now) {
        return claimedBy != 0 && claimedUntil > now;
    }

    /** When the first report arrived, in milliseconds since 1970. */
    public long openedAt() {
        return Snowflake.millis(id);
    }
}
