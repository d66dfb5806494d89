package social.roost.event.sql;

import java.time.Duration;
import social.roost.event.DeliverySettings;

/**
 * How the event log uses its tables.
 *
 * @param delivery how events are delivered to consumers
 * @param batchSize events read from the table at once
 * @param storePause interval of storing the groups' offsets; after a crash, about this much is delivered again
 * @param trimPause interval of removing events that all groups have passed
 * @param trimSize events removed in one write, which delays other writes
 */
public record SqlEventLogSettings(
        DeliverySettings delivery, int batchSize, Duration storePause, Duration trimPause, int trimSize) {

    public static SqlEventLogSettings defaults() {
        return new SqlEventLogSettings(
                DeliverySettings.defaults(), 1_000, Duration.ofMillis(250), Duration.ofSeconds(10), 10_000);
    }
}
