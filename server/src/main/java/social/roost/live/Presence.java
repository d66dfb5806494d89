package social.roost.live;

/**
 * Whether a user is present: live with at least one open stream, and active for a while after the last one has closed.
 *
 * @param live whether a stream is open
 * @param leftAt when the last stream closed, in milliseconds since 1970; 0 while live
 */
public record Presence(boolean live, long leftAt) {
    public static final Presence LIVE = new Presence(true, 0);

    public static Presence active(long leftAt) {
        return new Presence(false, leftAt);
    }
}
