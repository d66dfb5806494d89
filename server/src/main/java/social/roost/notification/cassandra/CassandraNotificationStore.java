package social.roost.notification.cassandra;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import social.roost.driver.cassandra.Attempts;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.driver.cassandra.Turns;
import social.roost.notification.Notice;
import social.roost.notification.Notification;
import social.roost.notification.NotificationLimits;
import social.roost.notification.NotificationStore;
import social.roost.notification.NotificationType;
import social.roost.notification.cassandra.SlotRows.Written;

/**
 * Notifications in the table {@code notification}. A write reads the user's slots, computes the change, and makes it if
 * nobody has written since; otherwise it starts again. If the response to a write is lost, the retry finds its result.
 */
public final class CassandraNotificationStore implements NotificationStore {
    private static final List<Long> NOBODY = List.of();
    private static final long NO_ROOM = 0;

    private final CassandraCluster cassandra;
    private final NotificationLimits limits;
    private final SlotRows rows;
    private final Turns turns = new Turns();

    public CassandraNotificationStore(CassandraCluster cassandra, NotificationLimits limits) {
        this.cassandra = cassandra;
        this.limits = limits;
        this.rows = new SlotRows(cassandra);
    }

    @Override
    public @Nullable Added add(Notice notice, long at, long newId) {
        Added added = change(notice.userId(), seen -> add(seen, notice, at, newId));
        return added.id() == NO_ROOM ? null : added;
    }

    private @Nullable Added add(Slots seen, Notice notice, long at, long newId) {
        List<Slot> same = seen.of(notice.type(), notice.targetId());
        Map<Long, List<Long>> actors = rows.actorsAndTakenBack(notice.userId(), same);
        Long place = takenBack(actors).place(notice, limits.rememberedSince(at));
        Long found = with(notice.actorId(), same, actors).map(Slot::id).orElse(null);
        if (found == null) {
            found = same.isEmpty() || !limits.isOpen(same.getFirst().createdAt(), at)
                    ? begin(seen, notice, at, newId, place)
                    : join(
                            seen,
                            same.getFirst(),
                            actors.getOrDefault(same.getFirst().id(), NOBODY),
                            notice,
                            place == null ? seen.unread(at) : 0);
        }
        return found == null ? null : new Added(found, place == null);
    }

    private static TakenBack takenBack(Map<Long, List<Long>> actors) {
        return TakenBack.of(actors.getOrDefault(0L, NOBODY));
    }

    private @Nullable Long begin(Slots seen, Notice notice, long at, long newId, @Nullable Long place) {
        Slot begun = Slot.begun(
                seen.room(limits.notifications()),
                newId,
                notice,
                place == null ? at : Math.min(at, place),
                place == null ? seen.unread(at) : place);
        boolean tooOld = seen.taken().stream()
                .filter(oldest -> oldest.slot() == begun.slot())
                .anyMatch(oldest -> Slot.OLDEST_FIRST.compare(begun, oldest) < 0);
        return tooOld ? (Long) NO_ROOM : write(seen, new Written(begun, List.of(notice.actorId())));
    }

    /** @param updatedAt 0 for an actor who comes back without news */
    private @Nullable Long join(Slots seen, Slot slot, List<Long> actors, Notice notice, long updatedAt) {
        if (actors.size() >= limits.actors()) {
            return NO_ROOM;
        }
        List<Long> joined = new ArrayList<>(actors);
        joined.addFirst(notice.actorId());
        return write(seen, new Written(slot.updated(updatedAt), joined));
    }

    private @Nullable Long write(Slots seen, Written written) {
        return rows.change(seen, List.of(written)) ? (Long) written.slot().id() : null;
    }

    @Override
    public boolean remove(Notice notice, long now) {
        return change(notice.userId(), seen -> {
            List<Slot> same = seen.of(notice.type(), notice.targetId());
            Map<Long, List<Long>> actors = rows.actorsAndTakenBack(notice.userId(), same);
            Slot slot = with(notice.actorId(), same, actors).orElse(null);
            return slot == null ? (Boolean) false : leave(seen, slot, actors, notice, now);
        });
    }

    private @Nullable Boolean leave(Slots seen, Slot slot, Map<Long, List<Long>> actors, Notice notice, long now) {
        List<Long> left = actors.getOrDefault(slot.id(), NOBODY).stream()
                .filter(actor -> actor != notice.actorId())
                .toList();
        List<Written> written = new ArrayList<>();
        written.add(new Written(left.isEmpty() ? slot.freed() : slot, left));
        if (notice.type().canRecur()) {
            written.add(takenBack(actors)
                    .with(notice, now, slot.updatedAt(), limits)
                    .written());
        }
        return doneIf(rows.change(seen, written));
    }

    @Override
    public boolean removeAll(long userId, NotificationType type, long targetId) {
        return change(userId, seen -> {
            List<Written> freed = seen.of(type, targetId).stream()
                    .map(slot -> new Written(slot.freed(), NOBODY))
                    .toList();
            return freed.isEmpty() ? (Boolean) false : doneIf(rows.change(seen, freed));
        });
    }

    @Override
    public List<Notification> list(long userId, Set<NotificationType> types, @Nullable Place before, int limit) {
        Slots seen = rows.read(userId);
        List<Slot> listed = seen.taken().stream()
                .filter(slot -> types.contains(slot.type()) && (before == null || slot.isBefore(before)))
                .sorted(Slot.OLDEST_FIRST.reversed())
                .limit(limit)
                .toList();
        Map<Long, List<Long>> actors = rows.actors(userId, listed);
        // A notification removed between the two reads stays, without actors: the number of rows shows whether there
        // are more.
        return listed.stream()
                .map(slot -> slot.notification(actors.getOrDefault(slot.id(), NOBODY), seen.readAt()))
                .toList();
    }

    @Override
    public boolean markRead(long userId, @Nullable Long upTo) {
        return change(userId, seen -> {
            Optional<Slot> newest = upTo == null
                    ? seen.taken().stream().max(Comparator.comparingLong(Slot::updatedAt))
                    : seen.find(upTo);
            long at = newest.map(Slot::updatedAt).orElse(0L);
            return at <= seen.readAt()
                    ? (Boolean) (upTo == null || newest.isPresent())
                    : doneIf(rows.change(seen.readUpTo(at), List.of()));
        });
    }

    @Override
    public Set<NotificationType> unwanted(long userId) {
        return rows.unwanted(userId);
    }

    @Override
    public void setWanted(long userId, Map<NotificationType, Boolean> wanted) {
        var _ = change(userId, seen -> {
            Set<NotificationType> unwanted = EnumSet.noneOf(NotificationType.class);
            unwanted.addAll(seen.unwanted());
            wanted.forEach((type, isWanted) -> {
                var _ = isWanted ? unwanted.remove(type) : unwanted.add(type);
            });
            return unwanted.equals(seen.unwanted())
                    ? (Boolean) false
                    : doneIf(rows.change(seen.withUnwanted(unwanted), List.of()));
        });
    }

    /** Null if it must be retried. */
    private static @Nullable Boolean doneIf(boolean applied) {
        return applied ? true : null;
    }

    private static Optional<Slot> with(long actorId, List<Slot> same, Map<Long, List<Long>> actors) {
        return same.stream()
                .filter(slot -> actors.getOrDefault(slot.id(), NOBODY).contains(actorId))
                .findFirst();
    }

    private <T> T change(long userId, Function<Slots, @Nullable T> attempt) {
        return turns.take(userId, () -> Attempts.make(cassandra, () -> attempt.apply(rows.read(userId))));
    }
}
