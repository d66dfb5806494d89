package social.roost.loadgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void linearTicksAreRoundNumbersAroundTheValues() {
        assertThat(Axis.linear(0, 47).ticks()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0);
        assertThat(Axis.linear(-3, 100).ticks()).containsExactly(-20.0, 0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(Axis.linear(0, 0.5).ticks())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
                .containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5);
    }

    @Test
    void aSingleValueHasAnAxisToo() {
        assertThat(Axis.linear(0, 0).ticks()).hasSizeGreaterThan(1);
        assertThat(Axis.linear(5, 5).place(5)).isBetween(0.0, 1.0);
        assertThat(Axis.logarithmic(10, 10).ticks()).hasSizeGreaterThan(1);
    }

    @Test
    void logarithmicTicksArePowersOfTenAndNotTooMany() {
        assertThat(Axis.logarithmic(3, 700).ticks()).containsExactly(1.0, 10.0, 100.0, 1000.0);
        assertThat(Axis.logarithmic(1e-3, 1e9).ticks()).hasSize(7).contains(1e-3, 1e9);
    }

    @Test
    void placesAreShares() {
        assertThat(Axis.linear(0, 50).place(20)).isEqualTo(0.4);
        assertThat(Axis.logarithmic(1, 10_000).place(100)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aLogarithmicAxisHasNoPlaceForZero() {
        assertThat(Axis.logarithmic(1, 10).has(0)).isFalse();
        assertThat(Axis.linear(1, 10).has(0)).isTrue();
        assertThat(Axis.linear(1, 10).has(Double.NaN)).isFalse();
    }

    @Test
    void labelsAreShort() {
        assertThat(Axis.label(0)).isEqualTo("0");
        assertThat(Axis.label(0.02)).isEqualTo("0.02");
        assertThat(Axis.label(0.001)).isEqualTo("0.001");
        assertThat(Axis.label(5e-6)).isEqualTo("5e-6");
        assertThat(Axis.label(1e-12)).isEqualTo("1e-12");
        assertThat(Axis.label(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(Axis.label(999)).isEqualTo("999");
        assertThat(Axis.label(999.96)).isEqualTo("1k");
        assertThat(Axis.label(35_000)).isEqualTo("35k");
        assertThat(Axis.label(-1_500_000)).isEqualTo("-1.5M");
        assertThat(Axis.label(5e18)).isEqualTo("5000P");
    }
}
