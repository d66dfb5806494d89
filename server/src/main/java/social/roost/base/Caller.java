package social.roost.base;

/**
 * Who makes a request: a user, by one of the user's sessions.
 *
 * @param expiresAt when the session ends by itself, in milliseconds since 1970
 */
public record Caller(long userId, long sessionId, long expiresAt) {}
