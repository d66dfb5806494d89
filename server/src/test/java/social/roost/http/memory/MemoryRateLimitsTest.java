package social.roost.http.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import social.roost.base.config.Quota;
import social.roost.http.RateLimits;
import social.roost.http.RateLimitsContract;
import social.roost.http.RatePolicy;

class MemoryRateLimitsTest extends RateLimitsContract {
    private static final RatePolicy TWICE = RatePolicy.of("twice", new Quota(2, Duration.ofSeconds(2), 2));

    private final RateLimits rates = new MemoryRateLimits(System::nanoTime);

    @Override
    protected RateLimits rates() {
        return rates;
    }

    @Test
    void keepSoManyBucketsAtMost() {
        MemoryRateLimits small = new MemoryRateLimits(System::nanoTime, 100);
        for (int subject = 0; subject < 10_000; subject++) {
            assertThat(small.take(TWICE, subject).isGranted()).isTrue();
        }
        assertThat(small.size()).isLessThanOrEqualTo(100);
    }

    @Test
    void goOnWhenTheClockPassesTheGreatestNumber() {
        AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
        RateLimits late = new MemoryRateLimits(clock::get);
        assertThat(late.take(TWICE, 1).left()).isEqualTo(1);
        clock.addAndGet(500_000_000);
        assertThat(late.take(TWICE, 1).left()).isZero();
        assertThat(late.take(TWICE, 1).nanos()).isEqualTo(500_000_000);
        clock.addAndGet(500_000_000);
        assertThat(late.take(TWICE, 1).isGranted()).isTrue();
        clock.addAndGet(10_000_000_000L);
        assertThat(late.take(TWICE, 1).left()).isEqualTo(1);
    }
}
