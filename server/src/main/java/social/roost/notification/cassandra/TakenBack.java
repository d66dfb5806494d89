package social.roost.notification.cassandra;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.notification.Notice;
import social.roost.notification.NotificationLimits;
import social.roost.notification.NotificationType;
import social.roost.notification.cassandra.SlotRows.Written;

/**
 * The recently withdrawn notices, in a row of the partition that is not a slot: its {@code actors} are five numbers for
 * each notice.
 */
record TakenBack(List<Entry> entries) {
    static final int SLOT = -1;

    private static final int NUMBERS = 5;

    static TakenBack of(List<Long> numbers) {
        List<Entry> entries = new ArrayList<>(numbers.size() / NUMBERS);
        for (int i = 0; i + NUMBERS <= numbers.size(); i += NUMBERS) {
            entries.add(new Entry(
                    numbers.get(i), numbers.get(i + 1), numbers.get(i + 2), numbers.get(i + 3), numbers.get(i + 4)));
        }
        return new TakenBack(entries);
    }

    /** The place of the notification from which the notice was withdrawn since this time; null if it was not. */
    @Nullable
    Long place(Notice notice, long since) {
        return entries.stream()
                .filter(entry -> entry.isOf(notice) && entry.at() >= since)
                .map(Entry::updatedAt)
                .findFirst()
                .orElse(null);
    }

    /** Adds a notice withdrawn from a notification, the latest first, without those that are too old or too many. */
    TakenBack with(Notice notice, long at, long updatedAt, NotificationLimits limits) {
        List<Entry> kept = new ArrayList<>();
        kept.add(new Entry(number(notice.type()), notice.targetId(), notice.actorId(), at, updatedAt));
        entries.stream()
                .filter(entry -> !entry.isOf(notice) && entry.at() >= limits.rememberedSince(at))
                .limit(limits.takenBack() - 1L)
                .forEach(kept::add);
        return new TakenBack(kept);
    }

    Written written() {
        List<Long> numbers = entries.stream()
                .flatMap(entry ->
                        List.of(entry.type(), entry.targetId(), entry.actorId(), entry.at(), entry.updatedAt())
                                .stream())
                .toList();
        return new Written(new Slot(SLOT, 0, NotificationType.LIKE, 0, 0, 0), numbers);
    }

    /** The stored form. */
    private static long number(NotificationType type) {
        return switch (type) {
            case LIKE -> 1;
            case RETWEET -> 2;
            case FOLLOW -> 3;
            case MENTION -> 4;
            case REPLY, QUOTE, TWEET, POLL_ENDED, EDIT -> 0;
        };
    }

    /** The type by its {@link #number}. */
    record Entry(long type, long targetId, long actorId, long at, long updatedAt) {
        private boolean isOf(Notice notice) {
            return type == number(notice.type()) && targetId == notice.targetId() && actorId == notice.actorId();
        }
    }
}
