package social.roost.notification;

import java.util.List;

/**
 * A notification: one or more actors did the same to the same target.
 *
 * @param targetId see {@link Notice}
 * @param actorIds newest first, each once
 * @param createdAt when it began, in milliseconds since 1970
 * @param updatedAt when the newest actor was added, in milliseconds since 1970; later than the action if the user had
 *     already read everything up to a later time
 * @param read whether the user has read its current state
 */
public record Notification(
        long id,
        NotificationType type,
        long targetId,
        List<Long> actorIds,
        long createdAt,
        long updatedAt,
        boolean read) {

    /** At most this many actors are shown; the others are counted. */
    private static final int SHOWN_ACTORS = 10;

    /** The newest of the actors. */
    public List<Long> shownActorIds() {
        return actorIds.stream().limit(SHOWN_ACTORS).toList();
    }

    /** The same notification with these actors. */
    public Notification by(List<Long> actors) {
        return new Notification(id, type, targetId, actors, createdAt, updatedAt, read);
    }
}
