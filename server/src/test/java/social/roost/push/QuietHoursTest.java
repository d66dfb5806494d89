package social.roost.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    @Test
    void theyPassMidnight() {
        QuietHours night = hours("22:00", "07:00", "UTC");
        assertThat(night.contain(Instant.parse("2026-11-20T21:59:59Z"))).isFalse();
        assertThat(night.contain(Instant.parse("2026-11-20T22:00:00Z"))).isTrue();
        assertThat(night.contain(Instant.parse("2026-11-21T06:59:59Z"))).isTrue();
        assertThat(night.contain(Instant.parse("2026-11-21T07:00:00Z"))).isFalse();
    }

    @Test
    void theyFollowTheClocksOfTheUserInSummerAndWinter() {
        QuietHours noon = hours("12:00", "13:00", "Europe/Berlin");
        assertThat(noon.contain(Instant.parse("2026-01-10T11:30:00Z"))).isTrue();
        assertThat(noon.contain(Instant.parse("2026-07-10T11:30:00Z"))).isFalse();
        assertThat(noon.contain(Instant.parse("2026-07-10T10:30:00Z"))).isTrue();
    }

    @Test
    void fromATimeToTheSameIsTheWholeDay() {
        assertThat(hours("08:00", "08:00", "UTC").contain(Instant.parse("2026-01-10T03:00:00Z")))
                .isTrue();
    }

    private static QuietHours hours(String from, String to, String zone) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
    }
}
