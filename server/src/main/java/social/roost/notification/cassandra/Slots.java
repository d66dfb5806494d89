package social.roost.notification.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import social.roost.notification.NotificationType;

/**
 * The state of a user's partition.
 *
 * @param revision the number of writes
 * @param readAt the time up to which everything is read, 0 for nothing
 * @param slots the existing ones in order, including free ones
 */
record Slots(long userId, long revision, long readAt, Set<NotificationType> unwanted, List<Slot> slots) {

    /** A partition without slots may have one row nevertheless; the row of {@link TakenBack} is not a slot. */
    static Slots read(long userId, List<Row> rows) {
        if (rows.isEmpty()) {
            return new Slots(userId, 0, 0, EnumSet.noneOf(NotificationType.class), List.of());
        }
        Row first = rows.getFirst();
        List<Slot> slots = rows.stream()
                .filter(row -> !row.isNull("slot") && row.getInt("slot") != TakenBack.SLOT)
                .map(Slot::read)
                .toList();
        return new Slots(
                userId, first.getLong("revision"), first.getLong("read_at"), types(first.getString("unwanted")), slots);
    }

    static Set<NotificationType> types(@Nullable String text) {
        return Arrays.stream(text == null ? new String[0] : text.split(",", -1))
                .flatMap(name -> NotificationType.of(name).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(NotificationType.class)));
    }

    Slots readUpTo(long at) {
        return new Slots(userId, revision, Math.max(readAt, at), unwanted, slots);
    }

    Slots withUnwanted(Set<NotificationType> types) {
        return new Slots(userId, revision, readAt, types, slots);
    }

    String unwantedText() {
        return unwanted.stream().map(NotificationType::text).collect(Collectors.joining(","));
    }

    /** Those of this type and target, the latest first. */
    List<Slot> of(NotificationType type, long targetId) {
        return slots.stream()
                .filter(slot -> slot.isOf(type, targetId))
                .sorted(Comparator.comparingLong(Slot::createdAt)
                        .thenComparingLong(Slot::id)
                        .reversed())
                .toList();
    }

    List<Slot> taken() {
        return slots.stream().filter(Slot::isTaken).toList();
    }

    Optional<Slot> find(long id) {
        return taken().stream().filter(slot -> slot.id() == id).findFirst();
    }

    /** A time of update that counts as unread. */
    long unread(long at) {
        return Math.max(at, readAt + 1);
    }

    /** Where a new notification goes: a free slot, an additional one, or the oldest one if the maximum is reached. */
    int room(int most) {
        return slots.stream()
                .filter(slot -> !slot.isTaken())
                .findFirst()
                .or(() ->
                        slots.size() < most ? Optional.empty() : slots.stream().min(Slot.OLDEST_FIRST))
                .map(Slot::slot)
                .orElse(slots.size());
    }
}
