package social.roost.notification;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What users are told, how far each has read, and what each wants to be told.
 *
 * <p>Promises: a write is durable when it returns, whole or not at all, also when several race, and may be repeated: it changes
 * nothing then. A read that follows a write sees it. An actor is in one notification of a user, type and target at most, and a
 * notification has an actor at least. There is no more of anything than the {@link NotificationLimits} say, and nothing costs
 * more than what they allow.
 *
 * <p>All times are in milliseconds since 1970.
 */
public interface NotificationStore {

    /**
     * Adds the actor to the newest notification of this user, type and target if that is still open, else begins another; it is
     * unread then. Nothing changes when the actor is in one of them already.
     *
     * <p>An actor who was taken out less than the window ago comes back without news: the notification stays in its place, or
     * begins in that of the one that disappeared, and is read if that was.
     *
     * @param at when it happened
     * @param newId of the notification if one begins
     * @return where the actor is; null when there is no room for another actor, or it would be older than all that are kept
     */
    @CanIgnoreReturnValue
    @Nullable
    Added add(Notice notice, long at, long newId);

    /**
     * Takes the actor out; a notification without actors disappears.
     *
     * @return false when the actor was in none, and nothing changed
     */
    @CanIgnoreReturnValue
    boolean remove(Notice notice, long now);

    /** Removes all notifications of this user, type and target; false when there was none. */
    @CanIgnoreReturnValue
    boolean removeAll(long userId, NotificationType type, long targetId);

    /**
     * Lists what a user is told, the one updated last first. Those that are unread come before all others. One that is removed
     * meanwhile may be listed without actors.
     *
     * @param before only those older than this place; null for the newest
     * @return fewer than the limit only where there are no more
     */
    List<Notification> list(long userId, Set<NotificationType> types, @Nullable Place before, int limit);

    /**
     * Marks everything as read that is not newer than one of the user's notifications.
     *
     * @param upTo its id; null for the newest
     * @return false when there is no such notification, and nothing changed
     */
    @CanIgnoreReturnValue
    boolean markRead(long userId, @Nullable Long upTo);

    /** What the user does not want to be told; nothing at first. */
    Set<NotificationType> unwanted(long userId);

    /** Changes what the user wants to be told; types that are left out stay as they are. */
    void setWanted(long userId, Map<NotificationType, Boolean> wanted);

    /**
     * Where an actor is.
     *
     * @param id of the notification
     * @param isNews false for an actor who was taken out less than the window ago and came back
     */
    record Added(long id, boolean isNews) {}

    /** Where a notification stands in the list. */
    record Place(long updatedAt, long id) {}
}
