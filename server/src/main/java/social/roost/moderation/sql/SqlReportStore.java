package social.roost.moderation.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import social.roost.base.StoredJson;
import social.roost.driver.sql.Database;
import social.roost.moderation.Action;
import social.roost.moderation.Report;
import social.roost.moderation.ReportCategory;
import social.roost.moderation.ReportStore;
import social.roost.moderation.ReportedItem;

/** Reports in the table {@code report}. The row of the open case is locked while a report is added to it. */
public final class SqlReportStore implements ReportStore {
    private static final String COLUMNS =
            "r.id, r.case_id, r.reporter_id, r.user_id, r.category, r.note, r.author, r.items";
    private static final int REMOVED_AT_ONCE = 1_000;

    private final Database database;

    public SqlReportStore(Database database) {
        this.database = database;
    }

    @Override
    public Report add(Report report) {
        return database.write(handle -> add(handle, report));
    }

    private Report add(Handle handle, Report report) {
        Report stored = report.in(openCase(handle, report));
        String subject = report.items().stream()
                .map(item -> item.kind() + item.id())
                .sorted()
                .collect(Collectors.joining(" "));
        int added = handle.execute(
                """
                INSERT INTO report (id, case_id, reporter_id, user_id, category, note, author, items, subject)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (case_id, reporter_id, subject) DO NOTHING""",
                stored.id(),
                stored.caseId(),
                stored.reporterId(),
                stored.userId(),
                stored.category().text(),
                stored.note(),
                StoredJson.write(stored.author()),
                StoredJson.write(new Items(stored.items())),
                subject);
        return added == 1 ? stored : earlier(handle, stored, subject);
    }

    /** Another process may close the case that was just found, so the report opens the next one. */
    private long openCase(Handle handle, Report report) {
        while (true) {
            handle.execute("""
                    INSERT INTO moderation_case (id, user_id, claimed_by, claimed_until, closed_at)
                    VALUES (?, ?, 0, 0, NULL) ON CONFLICT DO NOTHING""", report.id(), report.userId());
            Optional<Long> open = handle.createQuery("SELECT id FROM moderation_case WHERE user_id = ? AND"
                            + " closed_at IS NULL" + database.dialect().lockingRows())
                    .bind(0, report.userId())
                    .mapTo(Long.class)
                    .findOne();
            if (open.isPresent()) {
                return open.get();
            }
        }
    }

    private static Report earlier(Handle handle, Report report, String subject) {
        return handle.createQuery("SELECT " + COLUMNS
                        + " FROM report r WHERE r.case_id = ? AND r.reporter_id = ? AND r.subject = ?")
                .bind(0, report.caseId())
                .bind(1, report.reporterId())
                .bind(2, subject)
                .map((row, _) -> report(row))
                .one();
    }

    @Override
    public List<Report.Told> of(long reporterId, long before, int limit) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + ", d.action AS decided" + """
                         FROM report r LEFT JOIN moderation_decision d ON d.case_id = r.case_id
                        WHERE r.reporter_id = ? AND r.id < ? ORDER BY r.id DESC LIMIT ?""")
                .bind(0, reporterId)
                .bind(1, before)
                .bind(2, limit)
                .map((row, _) -> new Report.Told(
                        report(row),
                        Optional.ofNullable(row.getString("decided"))
                                .flatMap(Action::of)
                                .orElse(null)))
                .list());
    }

    @Override
    public List<Report> in(long caseId, long before, int limit) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM report r WHERE r.case_id = ? AND r.id < ? ORDER BY r.id DESC LIMIT ?")
                .bind(0, caseId)
                .bind(1, before)
                .bind(2, limit)
                .map((row, _) -> report(row))
                .list());
    }

    @Override
    public void removeOld(long beforeId, long closedBefore) {
        int removed;
        do {
            removed = database.write(handle -> handle.execute("""
                    DELETE FROM report WHERE id IN (
                        SELECT r.id FROM report r JOIN moderation_case c ON c.id = r.case_id
                        WHERE r.id < ? AND c.closed_at < ? LIMIT ?)""", beforeId, closedBefore, REMOVED_AT_ONCE));
        } while (removed == REMOVED_AT_ONCE);
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getLong("id"),
                row.getLong("case_id"),
                row.getLong("reporter_id"),
                row.getLong("user_id"),
                ReportCategory.of(row.getString("category")).orElse(ReportCategory.OTHER),
                row.getString("note"),
                StoredJson.read(row.getString("author"), Report.Author.class),
                StoredJson.read(row.getString("items"), Items.class).items());
    }

    private record Items(List<ReportedItem> items) {}
}
