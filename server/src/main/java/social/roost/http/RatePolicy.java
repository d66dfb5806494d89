package social.roost.http;

import social.roost.base.config.Quota;

/**
 * A quota for each user or address to which it applies.
 *
 * @param name stable, letters and {@code -}: identifies the counter, and is sent to clients
 * @param stepNanos the time in which one token comes back
 * @param spanNanos the time in which the whole burst comes back
 * @param header its {@code RateLimit-Policy}
 */
public record RatePolicy(String name, long stepNanos, long spanNanos, String header) {

    public static RatePolicy of(String name, Quota quota) {
        long step = quota.step().toNanos();
        String header =
                "\"" + name + "\";q=" + quota.amount() + ";w=" + quota.window().toSeconds();
        return new RatePolicy(name, step, step * quota.burst(), header);
    }

    /** How many tokens can be used at once. */
    public long burst() {
        return spanNanos / stepNanos;
    }
}
