package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import social.roost.base.Snowflake;
import social.roost.driver.logback.CapturedLog;

/** CASES T-5b. */
class ClockCheckTest {
    private final SettableClock clock = new SettableClock();
    private final Snowflake ids = new Snowflake(0, clock);

    @Test
    void idsThatAreDaysAheadOfTheClockAreAWarningUntilItCatchesUp() {
        ids.startAfter(Snowflake.lowestAt(clock.millis() + Duration.ofHours(50).toMillis()));
        assertThat(warning()).contains("is 2 d 2 h ahead of the clock").contains("dated 2026-06-03T14:00:00Z");
        clock.advance(Duration.ofHours(49));
        assertThat(warning()).contains("is 1 h 0 min ahead");
        clock.advance(Duration.ofHours(1));
        assertThat(warning()).isEmpty();
    }

    @Test
    void halfAMinuteIsNoneSinceACrashedProcessOfAClusterLeavesThat() {
        ids.startAfter(
                Snowflake.lowestAt(clock.millis() + Duration.ofSeconds(30).toMillis()));
        assertThat(warning()).isEmpty();
    }

    private String warning() {
        try (CapturedLog log = new CapturedLog("WARN")) {
            new ClockCheck(ids, clock).look();
            return log.text();
        }
    }
}
