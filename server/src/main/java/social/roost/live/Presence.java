package social.roost.live;

/**
 * Whether someone is here: live with at least one stream open, and active for a while after the last one ended.
 *
 * @param live whether a stream is open
 * @param leftAt when the last stream ended, in milliseconds since 1970; 0 while live
 */
public record Presence(boolean live, long leftAt) {
    public static final Presence LIVE = new Presence(true, 0);

    public static Presence active(long leftAt) {
        return new Presence(false, leftAt);
    }
}
