package social.roost.notification;

import java.time.InstantSource;
import java.util.List;
import social.roost.base.Snowflake;
import social.roost.event.Event;
import social.roost.event.EventLog;
import social.roost.graph.Blocks;
import social.roost.notification.NotificationStore.Added;

/**
 * Tells users what concerns them, and takes it back. All may be repeated.
 *
 * <p>Each change is told by an event after it, also when it was made before: whoever crashed in between is called again.
 */
public final class NotificationWriter {
    private static final long OTHERS = 0;

    private final NotificationStore store;
    private final Blocks blocks;
    private final EventLog events;
    private final Snowflake ids;
    private final InstantSource clock;

    public NotificationWriter(
            NotificationStore store, Blocks blocks, EventLog events, Snowflake ids, InstantSource clock) {
        this.store = store;
        this.blocks = blocks;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Tells what happened just now, or whose time is not known. */
    void add(Notice notice) {
        add(notice, clock.millis());
    }

    /**
     * Tells it, unless the user did it, does not want to know such things, or does not get to see the actor.
     *
     * @param at when it happened, in milliseconds since 1970
     */
    void add(Notice notice, long at) {
        if (isWelcome(notice)) {
            Added added = store.add(notice, at, ids.next());
            if (added != null) {
                changed(notice.userId(), added.isNews() ? added.id() : OTHERS);
            }
        }
    }

    private boolean isWelcome(Notice notice) {
        return notice.userId() != notice.actorId()
                && !blocks.hiddenFrom(notice.userId()).contains(notice.actorId())
                && !store.unwanted(notice.userId()).contains(notice.type());
    }

    void withdraw(Notice notice) {
        if (notice.userId() != notice.actorId()) {
            store.remove(notice, clock.millis());
            changed(notice.userId(), OTHERS);
        }
    }

    /** Takes back what the author of a tweet was told of it. */
    void withdrawAllAbout(long authorId, long tweetId) {
        store.removeAll(authorId, NotificationType.LIKE, tweetId);
        store.removeAll(authorId, NotificationType.RETWEET, tweetId);
        changed(authorId, OTHERS);
    }

    private void changed(long userId, long notificationId) {
        events.append(List.of(new Event.NotificationsChanged(userId, notificationId)));
    }
}
