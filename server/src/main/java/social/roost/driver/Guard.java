package social.roost.driver;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;

/**
 * Guards every call to a dependency: limits concurrent calls, retries calls that are safe to retry with growing random
 * pauses, and while the dependency is down rejects calls immediately instead of letting callers queue up.
 *
 * <p>The driver enforces the deadline of an attempt, {@link CallSettings#deadline}, because only the driver can give up
 * a connection that hangs.
 */
public final class Guard {
    private static final int WINDOW = 20;
    private static final int TRIALS = 3;

    private final String dependency;
    private final StoreCalls calls;
    private final Predicate<Throwable> outage;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final Retry retry;

    /**
     * @param dependency its name, for messages and states
     * @param outage whether a failure means that the dependency is unavailable, rather than that it rejected the
     *     request
     */
    public Guard(String dependency, CallSettings settings, Predicate<Throwable> outage) {
        this.dependency = dependency;
        this.calls = new StoreCalls(dependency);
        this.outage = outage;
        bulkhead = Bulkhead.of(
                dependency,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.concurrency())
                        .maxWaitDuration(settings.patience())
                        .build());
        breaker = CircuitBreaker.of(
                dependency,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(WINDOW / 2)
                        .failureRateThreshold(settings.failures())
                        .waitDurationInOpenState(settings.rest())
                        .permittedNumberOfCallsInHalfOpenState(TRIALS)
                        .recordException(outage)
                        .build());
        retry = Retry.of(
                dependency,
                RetryConfig.custom()
                        .maxAttempts(settings.attempts())
                        .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(settings.pause(), 2))
                        .retryOnException(outage)
                        .build());
    }

    /**
     * Makes a call that is safe to retry: it changes nothing, or has the same effect however often it is made.
     *
     * @param operation a short name out of a small set
     * @throws UnavailableException if the dependency is down, or remains so through all attempts
     */
    public <T extends @Nullable Object> T repeatable(String operation, Supplier<T> call) {
        return calls.call(operation, () -> told(Retry.decorateSupplier(retry, guarded(call))));
    }

    /**
     * Makes a call once.
     *
     * @param operation a short name out of a small set
     * @throws UnavailableException if the dependency is down or fails; the call may have taken effect
     */
    public <T extends @Nullable Object> T once(String operation, Supplier<T> call) {
        return calls.call(operation, () -> told(guarded(call)));
    }

    public String dependency() {
        return dependency;
    }

    /** The calls made through this guard. */
    public StoreCalls calls() {
        return calls;
    }

    /** The number of calls in progress. */
    public int inProgress() {
        return bulkhead.getMetrics().getMaxAllowedConcurrentCalls()
                - bulkhead.getMetrics().getAvailableConcurrentCalls();
    }

    /** The limit on concurrent calls; more calls wait. */
    public int maximumInProgress() {
        return bulkhead.getMetrics().getMaxAllowedConcurrentCalls();
    }

    /** State of the circuit breaker: closed is normal, open means down, half_open means that trial calls are made. */
    public String state() {
        return breaker.getState().name().toLowerCase(Locale.ROOT);
    }

    private <T extends @Nullable Object> Supplier<T> guarded(Supplier<T> call) {
        return Bulkhead.decorateSupplier(bulkhead, CircuitBreaker.decorateSupplier(breaker, call));
    }

    private <T extends @Nullable Object> T told(Supplier<T> call) {
        try {
            return call.get();
        } catch (CallNotPermittedException | BulkheadFullException e) {
            throw new UnavailableException(dependency, e);
        } catch (RuntimeException e) {
            if (outage.test(e)) {
                throw new UnavailableException(dependency, e);
            }
            throw e;
        }
    }
}
