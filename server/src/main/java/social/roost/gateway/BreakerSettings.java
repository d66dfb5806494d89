package social.roost.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import social.roost.base.config.Setting;

/** When the circuit breaker of an instance opens, and for how long. */
public record BreakerSettings(
        @Setting(value = "20", help = "Number of recent calls to an instance from which the failure rate is computed.")
        int window,

        @Setting(value = "50", help = "Failure rate (%) at which the circuit breaker opens.")
        int failures,

        @Setting(value = "2s", help = "How long the circuit stays open before a few trial calls.")
        Duration rest) {
    private static final int TRIAL_CALLS = 3;

    public BreakerSettings {
        if (window < 2) {
            throw new IllegalArgumentException("window is " + window + ", expected 2 or more");
        }
        if (failures < 1 || failures > 100) {
            throw new IllegalArgumentException("failures is " + failures + ", expected 1 to 100");
        }
    }

    CircuitBreakerConfig config() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(window)
                .minimumNumberOfCalls(window / 2)
                .failureRateThreshold(failures)
                .waitDurationInOpenState(rest)
                .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                .build();
    }
}
