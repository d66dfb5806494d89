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
 * Stands before every call to one dependency: limits how many are in progress, repeats those that may be repeated with
 * growing random pauses, and while the dependency is down refuses at once instead of letting callers queue up.
 *
 * <p>The deadline of one attempt is the driver's to keep, with {@link CallSettings#deadline}, since only it can give up a
 * connection that hangs.
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
     * @param outage whether a failure tells that the dependency is not well, rather than that it refused what was asked
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
     * Makes a call that may be repeated: it changes nothing, or changes the same however often it is made.
     *
     * @param operation what is done, in a word or two, one of few
     * @throws UnavailableException when the dependency is down, or stays so through all attempts
     */
    public <T extends @Nullable Object> T repeatable(String operation, Supplier<T> call) {
        return calls.call(operation, () -> told(Retry.decorateSupplier(retry, guarded(call))));
    }

    /**
     * Makes a call once.
     *
     * @param operation what is done, in a word or two, one of few
     * @throws UnavailableException when the dependency is down, or fails; the call may have had its effect
     */
    public <T extends @Nullable Object> T once(String operation, Supplier<T> call) {
        return calls.call(operation, () -> told(guarded(call)));
    }

    public String dependency() {
        return dependency;
    }

    /** What is called through here. */
    public StoreCalls calls() {
        return calls;
    }

    /** How many calls are in progress. */
    public int inProgress() {
        return bulkhead.getMetrics().getMaxAllowedConcurrentCalls()
                - bulkhead.getMetrics().getAvailableConcurrentCalls();
    }

    /** How many calls may be in progress; more wait. */
    public int maximumInProgress() {
        return bulkhead.getMetrics().getMaxAllowedConcurrentCalls();
    }

    /** In a word: closed is well, open is down, half_open is being tried again. */
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
