package social.roost.loadgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogNormalTest {
    @Test
    void itsMeanIsThatOfALogNormalDistribution() {
        LogNormal distribution = LogNormal.of(200, 100_000, 1_000_000);
        double width = distribution.width();
        assertThat(Math.exp(distribution.location() + width * width / 2)).isCloseTo(200, within(1e-6));
    }

    @Test
    void countsAddUpAndFall() {
        int[] counts = LogNormal.of(200, 100_000, 1_000_000).counts();
        assertThat(IntStream.of(counts).average().orElseThrow()).isCloseTo(200, within(1e-3));
        assertThat(counts[0]).isEqualTo(100_000);
        assertThat(IntStream.range(1, counts.length)).allMatch(i -> counts[i] <= counts[i - 1] + 1);
    }

    @Test
    void theLargestIsAsFarOutAsOneOfSoManyIs() {
        LogNormal distribution = LogNormal.of(200, 100_000, 1_000_000);
        assertThat(distribution.countsFrom(100_000)).isCloseTo(0.5, within(1e-6));
        assertThat(distribution.countsFrom(100_001)).isZero();
    }

    @Test
    void whatIsToldOfThoseFromACountOnIsWhatTheCountsAre() {
        LogNormal distribution = LogNormal.of(200, 100_000, 1_000_000);
        double[] counts = IntStream.of(distribution.counts()).asDoubleStream().toArray();
        for (int from : new int[] {1, 100, 1_000, 10_000}) {
            var those = DoubleStream.of(counts).filter(count -> count >= from).summaryStatistics();
            assertThat(distribution.countsFrom(from)).isCloseTo((double) those.getCount(), withinPercentage(3));
            assertThat(distribution.sumFrom(from)).isCloseTo(those.getSum(), withinPercentage(3));
        }
        assertThat(distribution.countsFrom(0)).isEqualTo(1_000_000);
        assertThat(distribution.sumFrom(0)).isCloseTo(200e6, withinPercentage(1e-6));
    }
}
