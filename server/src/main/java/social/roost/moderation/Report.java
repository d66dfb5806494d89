package social.roost.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.Snowflake;

/**
 * What a user reported, with a copy of what it was about.
 *
 * @param caseId the case that it belongs to; 0 until it is stored
 * @param userId who is reported
 * @param note by the reporter; may be empty
 * @param author how the reported user was called
 * @param items may be empty
 */
public record Report(
        long id,
        long caseId,
        long reporterId,
        long userId,
        ReportCategory category,
        String note,
        Author author,
        List<ReportedItem> items) {

    public Report {
        items = List.copyOf(items);
    }

    /** Names at the time of the report. */
    public record Author(String username, String displayName) {}

    /** The same in a case. */
    public Report in(long otherCase) {
        return new Report(id, otherCase, reporterId, userId, category, note, author, items);
    }

    /** In milliseconds since 1970. */
    public long createdAt() {
        return Snowflake.millis(id);
    }

    /**
     * A report for its reporter.
     *
     * @param action what was decided; null while nothing is
     */
    public record Told(Report report, @Nullable Action action) {}
}
