package social.roost.moderation.sql;

import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import social.roost.driver.sql.Database;
import social.roost.moderation.AuditEntry;
import social.roost.moderation.AuditLog;

/** Entries in the table {@code audit_entry}, whose triggers reject changes and deletions. */
public final class SqlAuditLog implements AuditLog {
    private final Database database;

    public SqlAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public void append(AuditEntry entry) {
        int _ = database.write(handle -> append(handle, entry));
    }

    /** Appends in the transaction of what the entry is about. */
    static int append(Handle handle, AuditEntry entry) {
        return handle.execute(
                "INSERT INTO audit_entry (id, actor_id, action, user_id, case_id, detail) VALUES (?, ?, ?, ?, ?, ?)",
                entry.id(),
                entry.actorId(),
                entry.action(),
                entry.userId(),
                entry.caseId(),
                entry.detail());
    }

    @Override
    public List<AuditEntry> list(AuditEntry.Filter filter, long before, int limit) {
        String conditions = (filter.actorId() == null ? "" : " AND actor_id = :actor")
                + (filter.userId() == null ? "" : " AND user_id = :user")
                + (filter.action() == null ? "" : " AND action = :action");
        return database.read(handle -> handle.createQuery("SELECT id, actor_id, action, user_id, case_id, detail"
                        + " FROM audit_entry WHERE id < :before" + conditions + " ORDER BY id DESC LIMIT :limit")
                .configure(SqlStatements.class, it -> it.setUnusedBindingAllowed(true))
                .bind("before", before)
                .bind("limit", limit)
                .bind("actor", Objects.requireNonNullElse(filter.actorId(), 0L))
                .bind("user", Objects.requireNonNullElse(filter.userId(), 0L))
                .bind("action", Objects.requireNonNullElse(filter.action(), ""))
                .map((row, _) -> new AuditEntry(
                        row.getLong("id"),
                        row.getLong("actor_id"),
                        row.getString("action"),
                        row.getLong("user_id"),
                        row.getLong("case_id"),
                        row.getString("detail")))
                .list());
    }
}
