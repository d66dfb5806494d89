package social.roost.moderation.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import social.roost.moderation.Action;
import social.roost.moderation.Decision;

/** Rows of the table {@code moderation_decision}. */
final class DecisionRows {
    private DecisionRows() {}

    static void insert(Handle handle, Decision decision) {
        boolean isDone = decision.action() == Action.DISMISS || decision.action() == Action.WARN;
        handle.execute(
                """
                INSERT INTO moderation_decision
                    (id, case_id, user_id, moderator_id, action, reason, until, tweet_ids, carried_out, ended)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE)""",
                decision.id(),
                decision.caseId(),
                decision.userId(),
                decision.moderatorId(),
                decision.action().text(),
                decision.reason(),
                decision.until(),
                decision.tweetIds().stream().map(String::valueOf).collect(Collectors.joining(",")),
                isDone);
    }

    static Query select(Handle handle, String condition) {
        return handle.createQuery("SELECT id, case_id, user_id, moderator_id, action, reason, until, tweet_ids"
                + " FROM moderation_decision WHERE " + condition);
    }

    static Decision read(ResultSet row) throws SQLException {
        return new Decision(
                row.getLong("id"),
                row.getLong("case_id"),
                row.getLong("user_id"),
                row.getLong("moderator_id"),
                Action.of(row.getString("action")).orElse(Action.WARN),
                row.getString("reason"),
                SqlCaseStore.time(row, "until"),
                ids(row.getString("tweet_ids")));
    }

    private static List<Long> ids(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }
}
