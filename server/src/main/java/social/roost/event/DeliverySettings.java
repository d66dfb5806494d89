package social.roost.event;

import java.time.Duration;

/**
 * How the events of a group are delivered to its consumer.
 *
 * @param concurrency events consumed at the same time, each with a different key
 * @param window events taken from the log but not consumed yet; at this number no more are taken
 * @param attempts how often an event is tried before it becomes a dead letter
 * @param firstPause before the first retry; each further pause is twice as long, less a random part
 * @param longestPause upper limit of pauses
 * @param closePatience how long closing waits for events in progress
 */
public record DeliverySettings(
        int concurrency, int window, int attempts, Duration firstPause, Duration longestPause, Duration closePatience) {

    public DeliverySettings {
        if (concurrency < 1 || window < 1 || attempts < 1) {
            throw new IllegalArgumentException("Each count must be at least 1");
        }
    }

    /** Six attempts in about 30 s. */
    public static DeliverySettings defaults() {
        return new DeliverySettings(8, 4_096, 6, Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(10));
    }

    /** Between half of the full pause and all of it, so that events that failed together are not retried together. */
    long pauseNanoseconds(int attempt, double random) {
        double full = (double) firstPause.toNanos() * Math.pow(2, Math.max(0, attempt - 1));
        return (long) (Math.min(full, (double) longestPause.toNanos()) * (0.5 + random / 2));
    }
}
