package social.roost.driver;

import java.time.Duration;
import social.roost.base.config.Setting;

/** Timeouts, retries, concurrency and circuit breaker for the calls to every store. */
public record CallSettings(
        @Setting(value = "2s", help = "Timeout of one attempt.")
        Duration deadline,

        @Setting(value = "3", help = "Attempts for calls that are safe to retry, including the first.")
        int attempts,

        @Setting(value = "50ms", help = "Pause before the first retry; it roughly doubles with each further retry.")
        Duration pause,

        @Setting(value = "256", help = "Concurrent calls to one store; more calls wait, then fail.")
        int concurrency,

        @Setting(value = "1s", help = "Longest time a call waits to start.")
        Duration patience,

        @Setting(value = "50", help = "Failure rate (%) of recent calls at which the circuit breaker opens.")
        int failures,

        @Setting(value = "2s", help = "How long the circuit stays open before calls are tried again.")
        Duration rest) {

    public CallSettings {
        if (attempts < 1 || concurrency < 1) {
            throw new IllegalArgumentException("attempts and concurrency must be at least 1");
        }
        if (failures < 1 || failures > 100) {
            throw new IllegalArgumentException("failures is " + failures + ", expected 1 to 100");
        }
        if (deadline.isNegative() || deadline.isZero() || pause.toMillis() < 1) {
            throw new IllegalArgumentException("deadline and pause must be at least 1ms");
        }
    }
}
