package social.roost.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import social.roost.base.Together;
import social.roost.base.config.Quota;
import social.roost.http.RateLimits.Taken;

/** The promises of {@link RateLimits}. */
@DisplayName("J1: rate limits")
public abstract class RateLimitsContract {
    private static final RatePolicy HOURLY = policy("hourly", 10, Duration.ofHours(1), 3);
    private static final Duration STEP = Duration.ofMinutes(6);

    private final long subject = ThreadLocalRandom.current().nextLong();

    protected abstract RateLimits rates();

    @Test
    void grantTheBurstAtOnceAndNoMore() {
        for (int left = 2; left >= 0; left--) {
            assertThat(take(HOURLY).left()).isEqualTo(left);
        }
        Taken refused = take(HOURLY);
        assertThat(refused.isGranted()).isFalse();
        assertThat(refused.nanos()).isBetween(1L, STEP.toNanos());
    }

    @Test
    void grantSeveralAtOnceOrNone() {
        assertThat(rates().take(HOURLY, subject, 4).isGranted()).isFalse();
        assertThat(rates().take(HOURLY, subject, 2).left()).isEqualTo(1);
        Taken refused = rates().take(HOURLY, subject, 3);
        assertThat(refused.isGranted()).isFalse();
        assertThat(refused.nanos())
                .isBetween(STEP.toNanos(), STEP.multipliedBy(2).toNanos());
        assertThat(take(HOURLY).left()).isZero();
    }

    @Test
    void tellWhenAllIsBack() {
        assertThat(take(HOURLY).nanos())
                .isBetween(1L, STEP.toNanos() + Duration.ofMillis(1).toNanos());
        assertThat(take(HOURLY).nanos())
                .isBetween(STEP.toNanos(), STEP.multipliedBy(2).toNanos());
    }

    @Test
    void giveBackOneByOneAndTakeNothingForWhatTheyRefuse() throws Exception {
        RatePolicy fast = policy("fast", 2, Duration.ofSeconds(1), 1);
        assertThat(take(fast).isGranted()).isTrue();
        Taken refused = take(fast);
        for (int i = 0; i < 10; i++) {
            refused = take(fast);
        }
        assertThat(refused.nanos()).isLessThanOrEqualTo(500_000_000);
        Thread.sleep(Duration.ofNanos(Math.max(refused.nanos(), 0)).plusMillis(5));
        assertThat(take(fast).isGranted()).isTrue();
    }

    @Test
    void countSubjectsAndPoliciesApart() {
        RatePolicy once = policy("once", 1, Duration.ofHours(1), 1);
        assertThat(take(once).isGranted()).isTrue();
        assertThat(take(once).isGranted()).isFalse();
        assertThat(rates().take(once, subject + 1).isGranted()).isTrue();
        assertThat(take(policy("other", 1, Duration.ofHours(1), 1)).isGranted()).isTrue();
    }

    @Test
    void grantNoMoreToManyAtOnce() throws Exception {
        Callable<Boolean> one = () -> take(HOURLY).isGranted();
        assertThat(Together.callAll(Collections.nCopies(32, one)))
                .filteredOn(granted -> granted)
                .hasSize(3);
    }

    private Taken take(RatePolicy policy) {
        return rates().take(policy, subject);
    }

    static RatePolicy policy(String name, int amount, Duration window, int burst) {
        return RatePolicy.of(name, new Quota(amount, window, burst));
    }
}
