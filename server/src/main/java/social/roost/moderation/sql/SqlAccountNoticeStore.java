package social.roost.moderation.sql;

import java.util.List;
import org.jdbi.v3.core.Handle;
import social.roost.driver.sql.Database;
import social.roost.moderation.AccountNotice;
import social.roost.moderation.AccountNotice.Kind;
import social.roost.moderation.AccountNoticeStore;
import social.roost.moderation.Action;
import social.roost.moderation.Decision;

/** Who is told of which decision, in the table {@code account_notice}; the rest is in that of the decision. */
public final class SqlAccountNoticeStore implements AccountNoticeStore {
    private final Database database;

    public SqlAccountNoticeStore(Database database) {
        this.database = database;
    }

    /** Adds the notices of a decision in its transaction. */
    static void add(Handle handle, Decision decision) {
        if (decision.action() != Action.DISMISS) {
            handle.execute(
                    "INSERT INTO account_notice (user_id, decision_id, kind, is_read) VALUES (?, ?, ?, FALSE)",
                    decision.userId(),
                    decision.id(),
                    Kind.DECISION.name());
        }
        handle.execute("""
                INSERT INTO account_notice (user_id, decision_id, kind, is_read)
                SELECT DISTINCT reporter_id, ?, ?, FALSE FROM report WHERE case_id = ?
                """, decision.id(), Kind.REPORT.name(), decision.caseId());
    }

    @Override
    public List<AccountNotice> list(long userId, long before, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT n.decision_id, n.kind, n.is_read, d.action, d.reason, d.until
                        FROM account_notice n JOIN moderation_decision d ON d.id = n.decision_id
                        WHERE n.user_id = ? AND n.decision_id < ? ORDER BY n.decision_id DESC LIMIT ?""")
                .bind(0, userId)
                .bind(1, before)
                .bind(2, limit)
                .map((row, _) -> new AccountNotice(
                        row.getLong("decision_id"),
                        Kind.valueOf(row.getString("kind")),
                        Action.of(row.getString("action")).orElse(Action.WARN),
                        row.getString("reason"),
                        SqlCaseStore.time(row, "until"),
                        row.getBoolean("is_read")))
                .list());
    }

    @Override
    public boolean read(long userId, long id) {
        return database.write(handle -> handle.execute(
                        "UPDATE account_notice SET is_read = TRUE WHERE user_id = ? AND decision_id = ?", userId, id)
                == 1);
    }
}
