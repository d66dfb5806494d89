package social.roost.moderation;

import java.util.List;

/**
 * Reports. Promises: a write is durable when it returns, and a read after a write sees it. A user has at most one open
 * case, also if several reports arrive at the same moment, and a report is never added to a closed case.
 */
public interface ReportStore {

    /**
     * Adds a report to the open case of the reported user, which it opens if there is none.
     *
     * @return the stored one. If the same user has reported the same in this case before, that is the earlier report
     */
    Report add(Report report);

    /**
     * What a user has reported, newest first.
     *
     * @param before only those with a smaller id
     */
    List<Report.Told> of(long reporterId, long before, int limit);

    /**
     * The reports of a case, newest first.
     *
     * @param before only those with a smaller id
     */
    List<Report> in(long caseId, long before, int limit);

    /**
     * Removes reports that are older than an id, unless their case is open or was closed after a time.
     *
     * @param closedBefore in milliseconds since 1970
     */
    void removeOld(long beforeId, long closedBefore);
}
