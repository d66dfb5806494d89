package social.roost.http;

import social.roost.base.config.Quota;

/**
 * A quota that everyone whom it concerns has for oneself.
 *
 * @param name stable, letters and {@code -}: what is used is counted under it, and clients are told it
 * @param stepNanos in which one comes back
 * @param spanNanos in which all of the burst comes back
 * @param header its {@code RateLimit-Policy}
 */
public record RatePolicy(String name, long stepNanos, long spanNanos, String header) {

    public static RatePolicy of(String name, Quota quota) {
        long step = quota.step().toNanos();
        String header =
                "\"" + name + "\";q=" + quota.amount() + ";w=" + quota.window().toSeconds();
        return new RatePolicy(name, step, step * quota.burst(), header);
    }

    /** How many may be had at once. */
    public long burst() {
        return spanNanos / stepNanos;
    }
}
