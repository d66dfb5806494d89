package social.roost.base;

/**
 * The user who makes a request, and the session.
 *
 * @param expiresAt when the session expires, in milliseconds since 1970
 */
public record Caller(long userId, long sessionId, long expiresAt) {}
