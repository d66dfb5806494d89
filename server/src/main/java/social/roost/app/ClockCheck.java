package social.roost.app;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Snowflake;

/**
 * Warns while ids are ahead of the clock, which was wrong then or is wrong now. Ids must not go back, so new ids
 * continue after the newest one, and new content appears to be from the time when the clock will have caught up.
 */
final class ClockCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);

    /** In a cluster, the ids of a crashed process are assumed to be up to half a minute ahead. */
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final Snowflake ids;
    private final InstantSource clock;

    ClockCheck(Snowflake ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    void look() {
        Duration ahead = Duration.ofMillis(Snowflake.millis(ids.latest()) - clock.millis());
        if (ahead.compareTo(TOLERATED) > 0) {
            LOG.warn(
                    "The newest id is {} ahead of the clock. If the clock is correct now, it was fast before;"
                            + " until it catches up, new content is dated {} or slightly later",
                    text(ahead),
                    clock.instant().plus(ahead));
        }
    }

    private static String text(Duration ahead) {
        return ahead.toDays() > 0
                ? ahead.toDays() + " d " + ahead.toHoursPart() + " h"
                : ahead.toHours() + " h " + ahead.toMinutesPart() + " min";
    }
}
