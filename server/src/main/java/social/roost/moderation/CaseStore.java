package social.roost.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cases, and what was decided about them. Promises: a write is durable when it returns, completely or not at all, and a
 * read after a write sees it. A case is decided once. All times are in milliseconds since 1970.
 */
public interface CaseStore {

    /**
     * Lists cases: open ones from the oldest on, closed ones from the newest on.
     *
     * @param category only those with such a report; null for all
     * @param after the last one of the page before; null for the first page
     */
    List<ModerationCase> list(boolean open, @Nullable ReportCategory category, @Nullable Long after, int limit);

    /** Null if there is no such case. */
    @Nullable
    ModerationCase find(long id);

    /**
     * Claims an open case for a moderator, or renews the claim.
     *
     * @return false if another moderator claims it now, or it is closed or unknown
     */
    boolean claim(long id, long moderatorId, long until, long now);

    /** Ends a moderator's claim; idempotent. */
    void release(long id, long moderatorId);

    /**
     * Decides about an open case, and closes it. With it are stored: its entry in the audit log, and notices to the
     * user, unless it is a dismissal, and to those who reported.
     *
     * @param lastReportId the newest report that the moderator has seen
     */
    Outcome decide(Decision decision, long lastReportId, long now);

    /** The outcome of deciding. */
    enum Outcome {
        DONE,
        /** There is no such case. */
        UNKNOWN,
        /** Somebody else has decided. */
        CLOSED,
        /** Another moderator claims it. */
        CLAIMED,
        /** Another report has arrived. */
        CHANGED
    }

    /** What was decided about a user, newest first. */
    List<Decision> ofUser(long userId, int limit);

    /** Some decisions that have not been carried out, oldest first. */
    List<Decision> pending(int limit);

    /** A decision has been carried out. */
    void carriedOut(long id);

    /** Some suspensions whose end has come and that are not marked as ended. */
    List<Decision> ending(long now, int limit);

    /** Whether a user has a suspension, other than this one, that is not marked as ended. */
    boolean isSuspendedOtherwise(long userId, long id);

    /** Marks a suspension as ended, with an entry in the audit log if it was not; idempotent. */
    void ended(long id, AuditEntry entry);

    /** Adds a decision that belongs to no case, with its entry in the audit log. */
    void record(Decision decision, AuditEntry entry);

    /** Marks all suspensions of a user as ended, with an entry in the audit log. */
    void endAll(long userId, AuditEntry entry);
}
