package social.roost.notification;

/**
 * That someone did something which concerns a user.
 *
 * @param userId who is told
 * @param targetId what it was done to: the tweet that was liked or retweeted; the tweet that mentions, answers or quotes; the
 *     user who is followed
 * @param actorId who did it
 */
public record Notice(long userId, NotificationType type, long targetId, long actorId) {}
