package social.roost.user;

/**
 * A log-in of a user. Times are in milliseconds since 1970.
 *
 * @param userAgent of the client, at most 200 characters
 */
public record Session(long id, long userId, String userAgent, long createdAt, long expiresAt) {}
