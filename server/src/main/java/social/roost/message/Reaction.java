package social.roost.message;

/** A user's reaction to a message: an emoji. */
public record Reaction(long seq, long userId, String emoji) {}
