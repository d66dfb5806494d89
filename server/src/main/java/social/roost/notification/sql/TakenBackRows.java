package social.roost.notification.sql;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.roost.notification.Notice;

/** The statements on withdrawn notices, of one transaction. */
record TakenBackRows(Handle handle) {

    /** The place of the notification from which the notice was withdrawn since this time; null if it was not. */
    @Nullable
    Long place(Notice notice, long since) {
        return handle.createQuery("""
                        SELECT updated_at FROM notification_taken_back
                        WHERE user_id = :user AND type = :type AND target_id = :target AND actor_id = :actor
                            AND at >= :since""")
                .bind("user", notice.userId())
                .bind("type", notice.type().text())
                .bind("target", notice.targetId())
                .bind("actor", notice.actorId())
                .bind("since", since)
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
    }

    /** Remembers that the notice was withdrawn from this notification. */
    void insert(Notice notice, long at, long notificationId) {
        handle.execute(
                """
                INSERT INTO notification_taken_back (user_id, type, target_id, actor_id, at, updated_at)
                SELECT ?, ?, ?, ?, ?, updated_at FROM notification WHERE id = ?
                ON CONFLICT (user_id, type, target_id, actor_id)
                    DO UPDATE SET at = excluded.at, updated_at = excluded.updated_at
                """, notice.userId(), notice.type().text(), notice.targetId(), notice.actorId(), at, notificationId);
    }

    /** Forgets notices older than this time, and the oldest beyond this number. */
    void trim(long userId, long since, int kept) {
        handle.execute("DELETE FROM notification_taken_back WHERE user_id = ? AND at < ?", userId, since);
        handle.execute("""
                DELETE FROM notification_taken_back WHERE user_id = ? AND at < (
                    SELECT at FROM notification_taken_back WHERE user_id = ? ORDER BY at DESC LIMIT 1 OFFSET ?)
                """, userId, userId, kept - 1);
    }
}
