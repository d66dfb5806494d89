package social.roost.user;

/**
 * One log-in of a user. Times are in milliseconds since 1970.
 *
 * @param userAgent what the client called itself, at most 200 characters
 */
public record Session(long id, long userId, String userAgent, long createdAt, long expiresAt) {}
