package social.roost.notification.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Comparator;
import java.util.List;
import social.roost.notification.Notice;
import social.roost.notification.Notification;
import social.roost.notification.NotificationStore.Place;
import social.roost.notification.NotificationType;

/**
 * A notification without its actors, and its place in the partition.
 *
 * @param id 0 for a free slot
 */
record Slot(int slot, long id, NotificationType type, long targetId, long createdAt, long updatedAt) {
    static final Comparator<Slot> OLDEST_FIRST =
            Comparator.comparingLong(Slot::updatedAt).thenComparingLong(Slot::id);

    static Slot read(Row row) {
        return new Slot(
                row.getInt("slot"),
                row.getLong("id"),
                NotificationType.of(String.valueOf(row.getString("type"))).orElseThrow(),
                row.getLong("target_id"),
                row.getLong("created_at"),
                row.getLong("updated_at"));
    }

    static Slot begun(int slot, long id, Notice notice, long createdAt, long updatedAt) {
        return new Slot(slot, id, notice.type(), notice.targetId(), createdAt, updatedAt);
    }

    Slot updated(long at) {
        return new Slot(slot, id, type, targetId, createdAt, Math.max(updatedAt, at));
    }

    Slot freed() {
        return new Slot(slot, 0, type, 0, 0, 0);
    }

    boolean isTaken() {
        return id != 0;
    }

    boolean isOf(NotificationType ofType, long ofTarget) {
        return isTaken() && type == ofType && targetId == ofTarget;
    }

    boolean isBefore(Place place) {
        return updatedAt < place.updatedAt() || (updatedAt == place.updatedAt() && id < place.id());
    }

    Notification notification(List<Long> actors, long readAt) {
        return new Notification(id, type, targetId, actors, createdAt, updatedAt, updatedAt <= readAt);
    }
}
