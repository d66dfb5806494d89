package social.roost.notification;

import java.util.List;

/**
 * What a user is told: that some did the same to the same thing.
 *
 * @param targetId as that of a {@link Notice}
 * @param actorIds who did it, the newest first, each once
 * @param createdAt when it began, in milliseconds since 1970
 * @param updatedAt when the newest actor came, in milliseconds since 1970; not the time of what the actor did, when the user
 *     had read everything up to a later time before
 * @param read whether the user has read it as it is now
 */
public record Notification(
        long id,
        NotificationType type,
        long targetId,
        List<Long> actorIds,
        long createdAt,
        long updatedAt,
        boolean read) {

    /** So many actors are shown at most; the others are counted. */
    private static final int SHOWN_ACTORS = 10;

    /** The newest of the actors. */
    public List<Long> shownActorIds() {
        return actorIds.stream().limit(SHOWN_ACTORS).toList();
    }

    /** The same by these actors. */
    public Notification by(List<Long> actors) {
        return new Notification(id, type, targetId, actors, createdAt, updatedAt, read);
    }
}
