package social.roost.base.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text forms of durations and sizes, and the nearest name to a wrong one. */
class TextsTest {
    @ParameterizedTest
    @CsvSource({"0s, 0", "250ms, 250", "10s, 10000", "5m, 300000", "2h, 7200000", "3d, 259200000", "1500ms, 1500"})
    void durationsReadAndPrintAlike(String text, long milliseconds) {
        assertThat(DurationText.parse(text)).isEqualTo(Duration.ofMillis(milliseconds));
        assertThat(DurationText.format(Duration.ofMillis(milliseconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "-1s", "1.5s", "1w", "1 minute", "9223372036854775807d", "PT1S"})
    void otherDurationsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DurationText.parse(text));
    }

    @Test
    void aDurationPrintsInItsLargestWholeUnit() {
        assertThat(DurationText.format(Duration.ofMinutes(90))).isEqualTo("90m");
        assertThat(DurationText.format(DurationText.parse("48h"))).isEqualTo("2d");
        assertThat(DurationText.format(Duration.ofNanos(1_500_000))).isEqualTo("1ms");
    }

    @ParameterizedTest
    @CsvSource({"0B, 0", "1023B, 1023", "1KiB, 1024", "64MiB, 67108864", "2GiB, 2147483648", "3TiB, 3298534883328"})
    void sizesReadAndPrintAlike(String text, long bytes) {
        assertThat(ByteSize.parse(text)).isEqualTo(new ByteSize(bytes));
        assertThat(new ByteSize(bytes)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "B", "-1B", "1.5MiB", "1MB", "9223372036854775807KiB"})
    void otherSizesAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ByteSize.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"'', abc, 3", "abc, abc, 0", "abc, acb, 1", "abc, ab, 1", "abc, xabc, 1", "abc, xyz, 3", "ca, abc, 3"})
    void distanceCountsEdits(String from, String to, int edits) {
        assertThat(NearestName.distance(from, to)).isEqualTo(edits);
    }

    @Test
    void theLastPartOfANameIsEnough() {
        List<String> known = List.of("data", "http.port", "http.host");
        assertThat(NearestName.of("prot", known)).isEqualTo("http.port");
        assertThat(NearestName.of("hots", known)).isEqualTo("http.host");
        assertThat(NearestName.of("date", known)).isEqualTo("data");
    }
}
