package social.roost.notification;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.event.Event;
import social.roost.event.EventLog;
import social.roost.graph.Blocks;
import social.roost.graph.Hidden;
import social.roost.notification.NotificationStore.Place;

/** What users are told, as they get to see it now. */
public final class Inbox {
    /** Further unread ones are not counted. */
    static final int MAXIMUM_COUNT = 100;

    private static final int MAXIMUM_KEPT = NotificationLimits.defaults().notifications();
    private static final Set<NotificationType> ALL = EnumSet.allOf(NotificationType.class);

    private final NotificationStore store;
    private final Blocks blocks;
    private final EventLog events;

    public Inbox(NotificationStore store, Blocks blocks, EventLog events) {
        this.store = store;
        this.blocks = blocks;
        this.events = events;
    }

    /** As {@link NotificationStore#list}: with actors whom the user does not get to see. */
    List<Notification> list(long userId, Set<NotificationType> types, @Nullable Place before, int limit) {
        return store.list(userId, types, before, limit);
    }

    /** Those of them that have actors left when those are left out whom the user does not get to see. */
    List<Notification> visible(long userId, List<Notification> listed) {
        Hidden hidden = blocks.hiddenFrom(userId);
        return listed.stream()
                .map(each -> each.by(each.actorIds().stream()
                        .filter(actor -> !hidden.contains(actor))
                        .toList()))
                .filter(each -> !each.actorIds().isEmpty())
                .toList();
    }

    /**
     * How many are unread, at most {@link #MAXIMUM_COUNT}. Looks at the newest ones first, and at all that are kept only when
     * hidden ones are among these.
     */
    public int unread(long userId) {
        List<Notification> newest = list(userId, ALL, null, MAXIMUM_COUNT);
        int unread = unread(userId, newest);
        boolean all = newest.size() < MAXIMUM_COUNT || newest.getLast().read();
        if (all || unread == MAXIMUM_COUNT) {
            return unread;
        }
        Place last = new Place(newest.getLast().updatedAt(), newest.getLast().id());
        return Math.min(MAXIMUM_COUNT, unread + unread(userId, list(userId, ALL, last, MAXIMUM_KEPT)));
    }

    private int unread(long userId, List<Notification> listed) {
        return visible(userId, listed.stream().filter(each -> !each.read()).toList())
                .size();
    }

    /**
     * Marks as read what is not newer than one of the user's notifications.
     *
     * @param upTo its id; null for all
     * @throws Rejection NOT_FOUND when there is no such notification
     */
    public void markRead(long userId, @Nullable Long upTo) {
        if (!store.markRead(userId, upTo)) {
            throw Rejection.notFound("notification");
        }
        events.append(List.of(new Event.NotificationsChanged(userId, 0)));
    }
}
