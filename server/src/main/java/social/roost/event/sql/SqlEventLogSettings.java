package social.roost.event.sql;

import java.time.Duration;
import social.roost.event.DeliverySettings;

/**
 * How the event log uses its tables.
 *
 * @param delivery how events are handed to the consumers
 * @param batchSize events read from the table at once
 * @param storePause between two times that the groups' offsets are stored; after a crash about so much comes twice
 * @param trimPause between two times that events are removed which all groups have passed
 * @param trimSize events removed in one write, which holds up the others
 */
public record SqlEventLogSettings(
        DeliverySettings delivery, int batchSize, Duration storePause, Duration trimPause, int trimSize) {

    public static SqlEventLogSettings defaults() {
        return new SqlEventLogSettings(
                DeliverySettings.defaults(), 1_000, Duration.ofMillis(250), Duration.ofSeconds(10), 10_000);
    }
}
