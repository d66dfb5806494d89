package social.roost.event;

import java.time.Duration;

/**
 * Settings of a {@link Backfill}.
 *
 * @param batch items read at once; then the position is stored
 * @param perSecond maximum number of items read per second, so that stores and consumers have capacity for requests
 * @param turn how long a process works before another may take over, unless it extends its turn
 * @param pause before the next attempt after a failure, or while another process has the turn
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
