package social.roost.event;

import java.time.Duration;

/**
 * How a {@link Backfill} goes on.
 *
 * @param batch how many items are read at once; then the position is stored
 * @param perSecond how many items at most are read in a second, so that stores and consumers stay free for requests
 * @param turn how long one process works on it before another may take over, unless it extends its turn
 * @param pause before the next attempt after a failure or while another process has the turn
 */
public record BackfillSettings(int batch, int perSecond, Duration turn, Duration pause, DeliverySettings delivery) {

    public static BackfillSettings defaults() {
        return new BackfillSettings(
                500, 5_000, Duration.ofSeconds(10), Duration.ofSeconds(1), DeliverySettings.defaults());
    }

    Duration pace(int items) {
        return Duration.ofNanos(items * 1_000_000_000L / perSecond);
    }
}
