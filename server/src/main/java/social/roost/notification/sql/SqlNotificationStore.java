package social.roost.notification.sql;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.Database;
import social.roost.notification.Notice;
import social.roost.notification.Notification;
import social.roost.notification.NotificationLimits;
import social.roost.notification.NotificationStore;
import social.roost.notification.NotificationType;

/** Notifications in the table {@code notification} and others; each write is one transaction. */
public final class SqlNotificationStore implements NotificationStore {
    private final Database database;
    private final NotificationLimits limits;

    public SqlNotificationStore(Database database, NotificationLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    @Override
    public @Nullable Added add(Notice notice, long at, long newId) {
        return database.write(handle -> {
            NotificationRows rows = new NotificationRows(handle);
            Long place = new TakenBackRows(handle).place(notice, limits.rememberedSince(at));
            Long found = rows.findWith(notice);
            if (found == null) {
                found = add(rows, notice, at, newId, place);
            }
            return found == null ? null : new Added(found, place == null);
        });
    }

    private @Nullable Long add(NotificationRows rows, Notice notice, long at, long newId, @Nullable Long place) {
        Group newest = rows.newest(notice);
        if (newest == null || !limits.isOpen(newest.createdAt(), at)) {
            return begin(rows, notice, at, newId, place);
        }
        if (newest.actors() >= limits.actors()) {
            return null;
        }
        long updatedAt = place == null ? Math.max(newest.updatedAt(), unread(rows, notice, at)) : newest.updatedAt();
        rows.join(newest.id(), notice, updatedAt);
        return newest.id();
    }

    private @Nullable Long begin(NotificationRows rows, Notice notice, long at, long newId, @Nullable Long place) {
        rows.insert(
                newId,
                notice,
                place == null ? at : Math.min(at, place),
                place == null ? unread(rows, notice, at) : place);
        return rows.trim(notice.userId(), limits.notifications()).contains(newId) ? null : newId;
    }

    /** A time of update that counts as unread. */
    private static long unread(NotificationRows rows, Notice notice, long at) {
        return Math.max(at, rows.readAt(notice.userId()) + 1);
    }

    @Override
    public boolean remove(Notice notice, long now) {
        return database.write(handle -> {
            NotificationRows rows = new NotificationRows(handle);
            Long found = rows.findWith(notice);
            if (found == null) {
                return false;
            }
            if (notice.type().canRecur()) {
                TakenBackRows takenBack = new TakenBackRows(handle);
                takenBack.insert(notice, now, found);
                takenBack.trim(notice.userId(), limits.rememberedSince(now), limits.takenBack());
            }
            rows.leave(found, notice);
            return true;
        });
    }

    @Override
    public boolean removeAll(long userId, NotificationType type, long targetId) {
        return database.write(handle -> new NotificationRows(handle).removeAll(userId, type, targetId));
    }

    @Override
    public List<Notification> list(long userId, Set<NotificationType> types, @Nullable Place before, int limit) {
        return types.isEmpty()
                ? List.of()
                : database.read(handle -> new NotificationRows(handle).list(userId, types, before, limit));
    }

    @Override
    public boolean markRead(long userId, @Nullable Long upTo) {
        return database.write(handle -> {
            NotificationRows rows = new NotificationRows(handle);
            Long updatedAt = rows.updatedAt(userId, upTo);
            if (updatedAt != null) {
                rows.markRead(userId, updatedAt);
            }
            return updatedAt != null || upTo == null;
        });
    }

    @Override
    public Set<NotificationType> unwanted(long userId) {
        List<String> texts =
                database.read(handle -> handle.createQuery("SELECT type FROM notification_unwanted WHERE user_id = ?")
                        .bind(0, userId)
                        .mapTo(String.class)
                        .list());
        Set<NotificationType> unwanted = EnumSet.noneOf(NotificationType.class);
        Arrays.stream(NotificationType.values())
                .filter(type -> texts.contains(type.text()))
                .forEach(unwanted::add);
        return unwanted;
    }

    @Override
    public void setWanted(long userId, Map<NotificationType, Boolean> wanted) {
        database.write(handle -> {
            wanted.forEach((type, isWanted) -> setWanted(handle, userId, type, isWanted));
            return null;
        });
    }

    private static void setWanted(Handle handle, long userId, NotificationType type, boolean isWanted) {
        String sql = isWanted
                ? "DELETE FROM notification_unwanted WHERE user_id = ? AND type = ?"
                : "INSERT INTO notification_unwanted (user_id, type) VALUES (?, ?) ON CONFLICT DO NOTHING";
        handle.execute(sql, userId, type.text());
    }

    /** A notification without its actors. */
    record Group(long id, long createdAt, long updatedAt, int actors) {}
}
