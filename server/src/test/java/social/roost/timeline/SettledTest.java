package social.roost.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import social.roost.base.Snowflake;

@DisplayName("D1: a mark, which polling leaves behind,")
class SettledTest {
    private static final Duration SETTLE_TIME = Duration.ofSeconds(10);

    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final AtomicLong nanoseconds = new AtomicLong(-5);
    private final Snowflake ids = new Snowflake(1, clock::get);
    private final Settled settled =
            new Settled(ids, new TimelineSettings(800, Duration.ofDays(3), 1_000, SETTLE_TIME, true), nanoseconds::get);

    @Test
    @DisplayName("is never above an id created less than the settle time ago")
    void staysBehindWhatIsOnItsWay() {
        long first = ids.next();
        assertThat(settled.mark()).isLessThan(first);
        pass(SETTLE_TIME);
        assertThat(settled.mark()).isLessThan(first);
        long second = ids.next();
        pass(SETTLE_TIME.minusNanos(1));
        assertThat(settled.mark()).isLessThan(first);
        pass(Duration.ofNanos(1));
        assertThat(settled.mark()).isGreaterThanOrEqualTo(first).isLessThan(second);
    }

    @Test
    @DisplayName("catches up in the end, even without reads")
    void followsInTheEnd() {
        settled.mark();
        long tweet = ids.next();
        pass(Duration.ofHours(1));
        settled.mark();
        pass(SETTLE_TIME);
        assertThat(settled.mark()).isEqualTo(tweet);
    }

    @Test
    @DisplayName("does not depend on the clock, which may be wrong for a while")
    void doesNotFollowTheClock() {
        ids.next();
        clock.set(clock.get().plus(Duration.ofDays(4)));
        pass(SETTLE_TIME);
        settled.mark();
        pass(SETTLE_TIME);
        long mark = settled.mark();
        clock.set(clock.get().minus(Duration.ofDays(4)));
        assertThat(ids.next()).isGreaterThan(mark);
    }

    private void pass(Duration time) {
        nanoseconds.addAndGet(time.toNanos());
    }
}
