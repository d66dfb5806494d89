package social.roost.http;

/** Who makes a request: a user, by one of the user's sessions. */
public record Caller(long userId, long sessionId) {}
