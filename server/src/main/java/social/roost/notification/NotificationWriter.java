package social.roost.notification;

import java.time.InstantSource;
import java.util.List;
import social.roost.base.Snowflake;
import social.roost.event.Event;
import social.roost.event.EventLog;
import social.roost.graph.Blocks;
import social.roost.notification.NotificationStore.Added;

/**
 * Adds and withdraws notifications. All of it is idempotent.
 *
 * <p>Each change is followed by an event, even if the change was already there: a consumer that crashed in between is
 * called again.
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

    /** Notifies of an action that happened just now, or at an unknown time. */
    void add(Notice notice) {
        add(notice, clock.millis());
    }

    /**
     * Notifies of an action, unless the recipient is the actor (except for {@link
     * NotificationType#POLL_ENDED}), does not want this type, or the actor is hidden from
     * them.
     *
     * @param at the time of the action, in milliseconds since 1970
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
        return (notice.userId() != notice.actorId() || notice.type().includesOwn())
                && !blocks.hiddenFrom(notice.userId()).contains(notice.actorId())
                && !store.unwanted(notice.userId()).contains(notice.type());
    }

    void withdraw(Notice notice) {
        if (notice.userId() != notice.actorId()) {
            store.remove(notice, clock.millis());
            changed(notice.userId(), OTHERS);
        }
    }

    /** Withdraws an author's notifications about a tweet. */
    void withdrawAllAbout(long authorId, long tweetId) {
        store.removeAll(authorId, NotificationType.LIKE, tweetId);
        store.removeAll(authorId, NotificationType.RETWEET, tweetId);
        changed(authorId, OTHERS);
    }

    private void changed(long userId, long notificationId) {
        events.append(List.of(new Event.NotificationsChanged(userId, notificationId)));
    }
}
