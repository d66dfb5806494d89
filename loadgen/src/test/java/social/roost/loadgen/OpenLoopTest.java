package social.roost.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Arrivals of an open loop, and their recorded latencies (L3)")
@Timeout(30)
class OpenLoopTest {

    @Test
    void arrivalsComeAtTheRateAndAtUnequalTimes() {
        List<Long> due = run(1);
        assertThat(due.size()).isCloseTo(1_000, Percentage.withPercentage(15));
        assertThat(due).isSorted();
        // Of exponential gaps 63 % are below the mean.
        long belowMean = gaps(due).stream().filter(gap -> gap < 1_000_000).count();
        assertThat(belowMean / (double) due.size()).isBetween(0.55, 0.7);
    }

    @Test
    void theSameSeedBringsTheSameArrivals() {
        assertThat(gaps(run(2))).isEqualTo(gaps(run(2))).isNotEqualTo(gaps(run(3)));
    }

    @Test
    void aSlowStepDoesNotSpareTheServerWhatWasDueMeanwhile() {
        Recording recording = new Recording("test");
        boolean[] stalled = {false};
        OpenLoop.run(1_000, 0.5, 4, due -> {
            if (!stalled[0]) {
                stalled[0] = true;
                sleep(200);
            }
            recording.record(due, System.nanoTime());
        });
        // Some 200 were due while it stood still, each of which waited until it went on.
        assertThat(recording.percentile(80)).isGreaterThan(50);
        assertThat(recording.max()).isGreaterThanOrEqualTo(199);
    }

    @Test
    void failuresAreCountedAndNotMistakenForLatencies() {
        Recording recording = new Recording("test");
        long now = System.nanoTime();
        recording.record(now - 3_000_000, now);
        recording.record(now, new Response(503, ""));
        assertThat(recording.count()).isEqualTo(1);
        assertThat(recording.failed()).isEqualTo(1);
        assertThat(recording.percentile(99)).isBetween(2.9, 3.1);
    }

    private static List<Long> run(long seed) {
        List<Long> due = new ArrayList<>();
        OpenLoop.run(1_000, 1, seed, due::add);
        return due;
    }

    private static List<Long> gaps(List<Long> due) {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < due.size(); i++) {
            gaps.add(due.get(i) - due.get(i - 1));
        }
        return gaps;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
