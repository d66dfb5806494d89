package social.roost.user.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import social.roost.user.FailedLogIns;
import social.roost.user.FailedLogInsContract;

class MemoryFailedLogInsTest extends FailedLogInsContract {
    private final FailedLogIns failures = new MemoryFailedLogIns(System::nanoTime);

    @Override
    protected FailedLogIns failures() {
        return failures;
    }

    @Test
    void waitTwiceAsLongEachTimeUpToTheLongestAndAreForgottenAfterAnHour() {
        AtomicLong clock = new AtomicLong();
        FailedLogIns timed = new MemoryFailedLogIns(clock::get);
        FailedLogIns.Backoff backoff = new FailedLogIns.Backoff(1, Duration.ofSeconds(1), Duration.ofSeconds(5));
        assertThat(timed.count("a", backoff)).isZero();
        for (int seconds : new int[] {1, 2, 4, 5, 5}) {
            Duration wait = Duration.ofSeconds(seconds);
            assertThat(timed.count("a", backoff)).isEqualTo(wait);
            clock.addAndGet(wait.toNanos());
            assertThat(timed.count("a", backoff)).isZero();
        }
        clock.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(timed.count("a", backoff)).isZero();
        assertThat(timed.count("a", backoff)).isEqualTo(Duration.ofSeconds(1));
    }
}
