package social.roost.moderation.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.Database;
import social.roost.moderation.AuditEntry;
import social.roost.moderation.CaseStore;
import social.roost.moderation.Decision;
import social.roost.moderation.ModerationCase;
import social.roost.moderation.ReportCategory;

/**
 * Cases in the table {@code moderation_case}, decisions in {@code moderation_decision}. The row of a case is locked
 * while it is decided, as it is while a report is added.
 */
public final class SqlCaseStore implements CaseStore {
    private static final String COLUMNS = "c.id, c.user_id, c.claimed_by, c.claimed_until, c.closed_at";

    private final Database database;

    public SqlCaseStore(Database database) {
        this.database = database;
    }

    @Override
    public List<ModerationCase> list(boolean open, @Nullable ReportCategory category, @Nullable Long after, int limit) {
        String state = open ? "c.closed_at IS NULL AND c.id > :after" : "c.closed_at IS NOT NULL AND c.id < :after";
        String having = category == null
                ? ""
                : " AND EXISTS (SELECT 1 FROM report r WHERE r.case_id = c.id AND r.category = '" + category.text()
                        + "')";
        return database.read(handle -> withCounts(
                handle,
                handle.createQuery("SELECT " + COLUMNS + " FROM moderation_case c WHERE " + state + having
                                + " ORDER BY c.id " + (open ? "ASC" : "DESC") + " LIMIT :limit")
                        .bind("after", Objects.requireNonNullElse(after, open ? 0L : Long.MAX_VALUE))
                        .bind("limit", limit)
                        .map((row, _) -> found(row))
                        .list()));
    }

    @Override
    public @Nullable ModerationCase find(long id) {
        return database.read(handle -> withCounts(
                        handle,
                        handle.createQuery("SELECT " + COLUMNS + " FROM moderation_case c WHERE c.id = ?")
                                .bind(0, id)
                                .map((row, _) -> found(row))
                                .list())
                .stream()
                .findFirst()
                .orElse(null));
    }

    private static List<ModerationCase> withCounts(Handle handle, List<ModerationCase> cases) {
        if (cases.isEmpty()) {
            return cases;
        }
        Map<Long, Map<ReportCategory, Integer>> counts = new HashMap<>();
        handle.createQuery("SELECT case_id, category, COUNT(*) AS reports FROM report WHERE case_id IN (<ids>)"
                        + " GROUP BY case_id, category")
                .bindList("ids", cases.stream().map(ModerationCase::id).toList())
                .map((row, _) -> counts.computeIfAbsent(
                                row.getLong("case_id"), _ -> new EnumMap<>(ReportCategory.class))
                        .merge(
                                ReportCategory.of(row.getString("category")).orElse(ReportCategory.OTHER),
                                row.getInt("reports"),
                                Integer::sum))
                .list();
        return cases.stream()
                .map(one -> new ModerationCase(
                        one.id(),
                        one.userId(),
                        one.claimedBy(),
                        one.claimedUntil(),
                        one.closedAt(),
                        counts.getOrDefault(one.id(), Map.of())))
                .toList();
    }

    @Override
    public boolean claim(long id, long moderatorId, long until, long now) {
        return database.write(handle -> handle.execute("""
                        UPDATE moderation_case SET claimed_by = ?, claimed_until = ?
                        WHERE id = ? AND closed_at IS NULL AND (claimed_by IN (0, ?) OR claimed_until <= ?)
                        """, moderatorId, until, id, moderatorId, now) == 1);
    }

    @Override
    public void release(long id, long moderatorId) {
        int _ = database.write(handle -> handle.execute(
                "UPDATE moderation_case SET claimed_by = 0, claimed_until = 0 WHERE id = ? AND claimed_by = ?",
                id,
                moderatorId));
    }

    @Override
    public Outcome decide(Decision decision, long lastReportId, long now) {
        return database.write(handle -> {
            ModerationCase current = handle.createQuery("SELECT " + COLUMNS + " FROM moderation_case c WHERE c.id = ?"
                            + database.dialect().lockingRows())
                    .bind(0, decision.caseId())
                    .map((row, _) -> found(row))
                    .findOne()
                    .orElse(null);
            Outcome outcome = outcome(handle, current, decision, lastReportId, now);
            if (outcome == Outcome.DONE) {
                close(handle, decision, now);
            }
            return outcome;
        });
    }

    private static Outcome outcome(
            Handle handle, @Nullable ModerationCase current, Decision decision, long lastReportId, long now) {
        if (current == null) {
            return Outcome.UNKNOWN;
        }
        if (!current.isOpen()) {
            return Outcome.CLOSED;
        }
        if (current.isClaimed(now) && current.claimedBy() != decision.moderatorId()) {
            return Outcome.CLAIMED;
        }
        long last = handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM report WHERE case_id = ?")
                .bind(0, decision.caseId())
                .mapTo(Long.class)
                .one();
        return last == lastReportId ? Outcome.DONE : Outcome.CHANGED;
    }

    private static void close(Handle handle, Decision decision, long now) {
        handle.execute("UPDATE moderation_case SET closed_at = ? WHERE id = ?", now, decision.caseId());
        DecisionRows.insert(handle, decision);
        int _ = SqlAuditLog.append(
                handle,
                new AuditEntry(
                        decision.id(),
                        decision.moderatorId(),
                        decision.action().text(),
                        decision.userId(),
                        decision.caseId(),
                        decision.reason()));
        SqlAccountNoticeStore.add(handle, decision);
    }

    @Override
    public List<Decision> ofUser(long userId, int limit) {
        return database.read(handle -> DecisionRows.select(handle, "user_id = ? ORDER BY id DESC LIMIT ?")
                .bind(0, userId)
                .bind(1, limit)
                .map((row, _) -> DecisionRows.read(row))
                .list());
    }

    @Override
    public List<Decision> pending(int limit) {
        return database.read(handle -> DecisionRows.select(handle, "NOT carried_out ORDER BY id LIMIT ?")
                .bind(0, limit)
                .map((row, _) -> DecisionRows.read(row))
                .list());
    }

    @Override
    public void carriedOut(long id) {
        int _ = database.write(
                handle -> handle.execute("UPDATE moderation_decision SET carried_out = TRUE WHERE id = ?", id));
    }

    @Override
    public List<Decision> ending(long now, int limit) {
        return database.read(
                handle -> DecisionRows.select(handle, "NOT ended AND until IS NOT NULL AND until <= ? LIMIT ?")
                        .bind(0, now)
                        .bind(1, limit)
                        .map((row, _) -> DecisionRows.read(row))
                        .list());
    }

    @Override
    public boolean isSuspendedOtherwise(long userId, long id) {
        return database.read(handle -> handle.createQuery("SELECT 1 FROM moderation_decision"
                        + " WHERE user_id = ? AND id <> ? AND action = 'suspend' AND NOT ended LIMIT 1")
                .bind(0, userId)
                .bind(1, id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public void ended(long id, AuditEntry entry) {
        int _ = database.write(handle -> {
            int changed = handle.execute("UPDATE moderation_decision SET ended = TRUE WHERE id = ? AND NOT ended", id);
            return changed == 0 ? 0 : SqlAuditLog.append(handle, entry);
        });
    }

    @Override
    public void record(Decision decision, AuditEntry entry) {
        int _ = database.write(handle -> {
            DecisionRows.insert(handle, decision);
            return SqlAuditLog.append(handle, entry);
        });
    }

    @Override
    public void endAll(long userId, AuditEntry entry) {
        int _ = database.write(handle -> {
            handle.execute("UPDATE moderation_decision SET ended = TRUE WHERE user_id = ?", userId);
            return SqlAuditLog.append(handle, entry);
        });
    }

    private static ModerationCase found(ResultSet row) throws SQLException {
        return new ModerationCase(
                row.getLong("id"),
                row.getLong("user_id"),
                row.getLong("claimed_by"),
                row.getLong("claimed_until"),
                time(row, "closed_at"),
                Map.of());
    }

    /** Null for none. */
    static @Nullable Long time(ResultSet row, String column) throws SQLException {
        long time = row.getLong(column);
        return row.wasNull() ? null : (Long) time;
    }
}
