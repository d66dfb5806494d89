package social.roost.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogThrottleTest {
    private static final long SECOND = 1_000_000_000;

    @ParameterizedTest
    @ValueSource(longs = {0, 7 * SECOND, -7 * SECOND, Long.MAX_VALUE / 2})
    void allowsSomeInEachSecond(long begin) {
        LogThrottle throttle = new LogThrottle(3);
        assertThat(allowed(throttle, begin, 10)).isEqualTo(3);
        assertThat(allowed(throttle, begin + 2 * SECOND, 2)).isEqualTo(2);
        assertThat(allowed(throttle, begin + 2 * SECOND, 100_000)).isEqualTo(1);
        assertThat(allowed(throttle, begin + 3 * SECOND, 100_000)).isEqualTo(3);
    }

    private static long allowed(LogThrottle throttle, long at, int times) {
        return IntStream.range(0, times).filter(_ -> throttle.allows(at)).count();
    }
}
