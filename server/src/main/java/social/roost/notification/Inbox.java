package social.roost.notification;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.event.Event;
import social.roost.event.EventLog;
import social.roost.graph.Blocks;
import social.roost.graph.Hidden;
import social.roost.notification.NotificationStore.Place;

/** A user's notifications, without what is hidden from the user now. */
public final class Inbox {
    /** More unread notifications are not counted. */
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

    /** See {@link NotificationStore#list}: includes hidden actors. */
    List<Notification> list(long userId, Set<NotificationType> types, @Nullable Place before, int limit) {
        return store.list(userId, types, before, limit);
    }

    /** The notifications without hidden actors; those without remaining actors are left out. */
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
     * The number of unread notifications, at most {@link #MAXIMUM_COUNT}. Reads the newest ones first, and all only if
     * some of these are hidden.
     */
    int unread(long userId) {
        return unread(userId, UnaryOperator.identity());
    }

    /**
     * The same of those that remain.
     *
     * @param filter returns those of visible notifications that count
     */
    int unread(long userId, UnaryOperator<List<Notification>> filter) {
        List<Notification> newest = list(userId, ALL, null, MAXIMUM_COUNT);
        int unread = unread(userId, newest, filter);
        boolean all = newest.size() < MAXIMUM_COUNT || newest.getLast().read();
        if (all || unread == MAXIMUM_COUNT) {
            return unread;
        }
        Place last = new Place(newest.getLast().updatedAt(), newest.getLast().id());
        return Math.min(MAXIMUM_COUNT, unread + unread(userId, list(userId, ALL, last, MAXIMUM_KEPT), filter));
    }

    private int unread(long userId, List<Notification> listed, UnaryOperator<List<Notification>> filter) {
        return filter.apply(visible(
                        userId, listed.stream().filter(each -> !each.read()).toList()))
                .size();
    }

    /**
     * Marks everything as read that is not newer than one of the user's notifications.
     *
     * @param upTo its id; null for all
     * @throws Rejection NOT_FOUND if it does not exist
     */
    public void markRead(long userId, @Nullable Long upTo) {
        if (!store.markRead(userId, upTo)) {
            throw Rejection.notFound("notification");
        }
        events.append(List.of(new Event.NotificationsChanged(userId, 0)));
    }
}
