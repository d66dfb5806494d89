package social.roost.notification;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notifications of users, how far each user has read, and which types each user wants.
 *
 * <p>Promises: a write is durable when it returns, completely or not at all, also if several race, and is idempotent. A
 * read after a write sees it. An actor is in at most one notification of a user, type and target, and a notification
 * has at least one actor. Nothing exceeds the {@link NotificationLimits}, and no operation costs more than these allow.
 *
 * <p>All times are in milliseconds since 1970.
 */
public interface NotificationStore {

    /**
     * Adds the actor to the newest notification of this user, type and target if that is still open, otherwise starts a
     * new one; it is then unread. Nothing changes if the actor is already in one of them.
     *
     * <p>An actor who was removed less than the window ago comes back without news: the notification keeps its place,
     * or starts in the place of the one that disappeared, and is read if that was.
     *
     * @param at the time of the action
     * @param newId of the notification if a new one starts
     * @return where the actor is; null if there is no room for another actor, or it would be older than all that are
     *     kept
     */
    @CanIgnoreReturnValue
    @Nullable
    Added add(Notice notice, long at, long newId);

    /**
     * Removes the actor; a notification without actors disappears.
     *
     * @return false if the actor was in none and nothing changed
     */
    @CanIgnoreReturnValue
    boolean remove(Notice notice, long now);

    /** Removes all notifications of this user, type and target; false if there was none. */
    @CanIgnoreReturnValue
    boolean removeAll(long userId, NotificationType type, long targetId);

    /**
     * Lists a user's notifications, the most recently updated first. Unread ones precede all others. One that is
     * removed meanwhile may be listed without actors.
     *
     * @param before only older than this place; null for the newest
     * @return fewer than the limit only if there are no more
     */
    List<Notification> list(long userId, Set<NotificationType> types, @Nullable Place before, int limit);

    /**
     * Marks everything as read that is not newer than one of the user's notifications.
     *
     * @param upTo its id; null for the newest
     * @return false if it does not exist and nothing changed
     */
    @CanIgnoreReturnValue
    boolean markRead(long userId, @Nullable Long upTo);

    /** The types that the user does not want; none at first. */
    Set<NotificationType> unwanted(long userId);

    /** Changes which types the user wants; missing types stay as they are. */
    void setWanted(long userId, Map<NotificationType, Boolean> wanted);

    /**
     * The notification of an actor.
     *
     * @param id of the notification
     * @param isNews false for an actor who was removed less than the window ago and came back
     */
    record Added(long id, boolean isNews) {}

    /** A notification's position in the list. */
    record Place(long updatedAt, long id) {}
}
