package social.roost.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import social.roost.http.RequestMeters;

@DisplayName("Percentiles of histograms (L1)")
class HistogramTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer one = timer("one");
    private final Timer other = timer("other");

    private Timer timer(String name) {
        return Timer.builder(name)
                .serviceLevelObjectives(RequestMeters.bounds())
                .register(registry);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private static void record(Timer timer, int times, long micros) {
        for (int i = 0; i < times; i++) {
            timer.record(micros, TimeUnit.MICROSECONDS);
        }
    }

    private Histogram histogram() {
        Histogram histogram = new Histogram();
        histogram.add(one);
        histogram.add(other);
        return histogram;
    }

    @Test
    void lieWithinTheRangesOfAllTimersTogether() {
        record(one, 980, 1_200);
        record(other, 20, 80_000);
        assertThat(histogram().percentile(.5)).isBetween(1.0, 1.5);
        assertThat(histogram().percentile(.98)).isEqualTo(1.5, within(1e-9));
        assertThat(histogram().percentile(.99)).isBetween(75.0, 100.0);
        assertThat(histogram().percentile(1)).isEqualTo(100, within(1e-9));
    }

    @Test
    void ofNothingAreZero() {
        assertThat(histogram().percentile(.5)).isZero();
        record(one, 3, 1_000);
        assertThat(histogram().since(histogram()).percentile(.99)).isZero();
    }

    @Test
    void ofWhatCameSinceAnEarlierLookKnowNothingOfBefore() {
        record(one, 1_000, 900_000);
        Histogram before = histogram();
        record(one, 10, 300);
        assertThat(histogram().since(before).percentile(.99)).isBetween(.25, .5);
    }

    @Test
    void aboveAllBoundsAreTheLastOfThem() {
        record(one, 5, 60_000_000);
        assertThat(histogram().percentile(.5)).isEqualTo(10_000);
    }
}
