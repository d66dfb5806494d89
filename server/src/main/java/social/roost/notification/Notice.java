package social.roost.notification;

/**
 * An action that concerns a user.
 *
 * @param userId the recipient
 * @param targetId the tweet that was liked or retweeted; the tweet that mentions, replies or quotes, was posted, or has
 *     the poll; or the user who is followed
 * @param actorId the user who acted
 */
public record Notice(long userId, NotificationType type, long targetId, long actorId) {}
