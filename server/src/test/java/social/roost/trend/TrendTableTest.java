package social.roost.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All rows of {@code trend/trends.txt}. */
class TrendTableTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void theTrendsAreThoseOfTheTable(String name) throws IOException {
        TrendTable.Section section = TrendTable.sections().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        TrendDetector detector = new TrendDetector(section.completeSinceMillis());
        for (TrendTable.Step step : section.steps()) {
            switch (step) {
                case TrendTable.Step.Post post -> {
                    boolean _ = detector.accept(post.tweet());
                }
                case TrendTable.Step.Tick tick -> detector.tick(tick.millis());
                case TrendTable.Step.Suspend suspend -> detector.remove(suspend.author());
                case TrendTable.Step.Restart _ -> detector = copy(detector);
                case TrendTable.Step.Check check ->
                    assertThat(keys(detector.trends(check.location(), 10)))
                            .as("line %d: %s", check.line(), name)
                            .isEqualTo(check.expected());
            }
        }
    }

    static List<String> names() {
        return TrendTable.sections().stream().map(TrendTable.Section::name).toList();
    }

    @Test
    void theTableHasAtLeast100Rows() {
        assertThat(TrendTable.sections().stream()
                        .flatMap(section -> section.steps().stream())
                        .filter(TrendTable.Step.Check.class::isInstance))
                .hasSizeGreaterThanOrEqualTo(100);
    }

    private static List<String> keys(List<Trend> trends) {
        return trends.stream().map(trend -> trend.topic().key()).toList();
    }

    private static TrendDetector copy(TrendDetector detector) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        detector.write(new DataOutputStream(bytes));
        return TrendDetector.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
