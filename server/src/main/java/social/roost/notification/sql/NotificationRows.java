package social.roost.notification.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.driver.sql.IdBatches;
import social.roost.notification.Notice;
import social.roost.notification.Notification;
import social.roost.notification.NotificationStore.Place;
import social.roost.notification.NotificationType;
import social.roost.notification.sql.SqlNotificationStore.Group;

/** The statements of one transaction. */
record NotificationRows(Handle handle) {

    /** The notification that the actor is in. */
    @Nullable
    Long findWith(Notice notice) {
        return of(notice, handle.createQuery("""
                        SELECT notification_id FROM notification_actor
                        WHERE user_id = :user AND type = :type AND target_id = :target AND actor_id = :actor"""))
                .bind("actor", notice.actorId())
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
    }

    /** The latest one of this user, type and target. */
    @Nullable
    Group newest(Notice notice) {
        return of(notice, handle.createQuery("""
                        SELECT id, created_at, updated_at,
                            (SELECT COUNT(*) FROM notification_actor WHERE notification_id = notification.id)
                        FROM notification WHERE user_id = :user AND type = :type AND target_id = :target
                        ORDER BY created_at DESC, id DESC LIMIT 1"""))
                .map((row, context) -> new Group(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4)))
                .findOne()
                .orElse(null);
    }

    private static Query of(Notice notice, Query query) {
        return query.bind("user", notice.userId())
                .bind("type", notice.type().text())
                .bind("target", notice.targetId());
    }

    void insert(long id, Notice notice, long createdAt, long updatedAt) {
        handle.execute("""
                INSERT INTO notification (id, user_id, type, target_id, created_at, updated_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """, id, notice.userId(), notice.type().text(), notice.targetId(), createdAt, updatedAt);
        insertActor(id, notice);
    }

    void join(long id, Notice notice, long updatedAt) {
        handle.execute("UPDATE notification SET updated_at = ? WHERE id = ?", updatedAt, id);
        insertActor(id, notice);
    }

    private void insertActor(long id, Notice notice) {
        handle.execute("""
                INSERT INTO notification_actor (user_id, type, target_id, actor_id, notification_id, place)
                SELECT ?, ?, ?, ?, ?, COALESCE(MAX(place), 0) + 1 FROM notification_actor WHERE notification_id = ?
                """, notice.userId(), notice.type().text(), notice.targetId(), notice.actorId(), id, id);
    }

    void leave(long id, Notice notice) {
        handle.execute("""
                DELETE FROM notification_actor
                WHERE user_id = ? AND type = ? AND target_id = ? AND actor_id = ?
                """, notice.userId(), notice.type().text(), notice.targetId(), notice.actorId());
        handle.execute("""
                DELETE FROM notification WHERE id = ?
                    AND NOT EXISTS (SELECT 1 FROM notification_actor WHERE notification_id = notification.id)""", id);
    }

    boolean removeAll(long userId, NotificationType type, long targetId) {
        handle.execute(
                "DELETE FROM notification_actor WHERE user_id = ? AND type = ? AND target_id = ?",
                userId,
                type.text(),
                targetId);
        return handle.execute(
                        "DELETE FROM notification WHERE user_id = ? AND type = ? AND target_id = ?",
                        userId,
                        type.text(),
                        targetId)
                > 0;
    }

    /** Removes the oldest ones beyond this number; returns their ids. */
    List<Long> trim(long userId, int kept) {
        List<Long> removed = handle.createQuery("""
                        DELETE FROM notification WHERE id IN (
                            SELECT id FROM notification WHERE user_id = ?
                            ORDER BY updated_at DESC, id DESC LIMIT -1 OFFSET ?)
                        RETURNING id""")
                .bind(0, userId)
                .bind(1, kept)
                .mapTo(Long.class)
                .list();
        removed.forEach(id -> handle.execute("DELETE FROM notification_actor WHERE notification_id = ?", id));
        return removed;
    }

    /** The time up to which everything is read; 0 for nothing. */
    long readAt(long userId) {
        return handle.createQuery("SELECT read_at FROM notification_read WHERE user_id = ?")
                .bind(0, userId)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** When one of the user's notifications was updated, or the newest one for null. */
    @Nullable
    Long updatedAt(long userId, @Nullable Long id) {
        String one = id == null ? "" : " AND id = " + id;
        return handle.createQuery("SELECT updated_at FROM notification WHERE user_id = ?" + one
                        + " ORDER BY updated_at DESC, id DESC LIMIT 1")
                .bind(0, userId)
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
    }

    void markRead(long userId, long updatedAt) {
        handle.execute("""
                INSERT INTO notification_read (user_id, read_at) VALUES (?, ?)
                ON CONFLICT (user_id) DO UPDATE SET read_at = MAX(read_at, excluded.read_at)""", userId, updatedAt);
    }

    List<Notification> list(long userId, Set<NotificationType> types, @Nullable Place before, int limit) {
        Place from = before == null ? new Place(Long.MAX_VALUE, Long.MAX_VALUE) : before;
        long readAt = readAt(userId);
        List<Notification> listed = handle.createQuery("""
                        SELECT id, type, target_id, created_at, updated_at FROM notification
                        WHERE user_id = :user AND type IN (<types>) AND (updated_at, id) < (:at, :id)
                        ORDER BY updated_at DESC, id DESC LIMIT :limit""")
                .bind("user", userId)
                .bindList("types", types.stream().map(NotificationType::text).toList())
                .bind("at", from.updatedAt())
                .bind("id", from.id())
                .bind("limit", limit)
                .map((row, context) -> new Notification(
                        row.getLong(1),
                        NotificationType.of(row.getString(2)).orElseThrow(),
                        row.getLong(3),
                        List.of(),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(5) <= readAt))
                .list();
        Map<Long, List<Long>> actors = actors(Ids.of(listed, Notification::id));
        return listed.stream()
                .map(each -> each.by(actors.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Long>> actors(long[] ids) {
        Map<Long, List<Long>> actors = HashMap.newHashMap(ids.length);
        IdBatches.forEach(
                ids,
                batch -> handle.createQuery("""
                                SELECT notification_id, actor_id FROM notification_actor
                                WHERE notification_id IN (<ids>) ORDER BY notification_id, place DESC""")
                        .bindList("ids", batch)
                        .map((row, context) -> actors.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                .add(row.getLong(2)))
                        .list());
        return actors;
    }
}
