package social.roost.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A call to an instance. It counts as in progress until it ends, and its outcome is reported to the circuit breaker
 * once: as success, failure or neither.
 */
final class InFlightCall {
    private final Instance instance;
    private final CircuitBreaker breaker;
    private final AtomicInteger inProgress;
    private final long startNanos = System.nanoTime();
    private boolean judged;
    private boolean ended;

    InFlightCall(Instance instance, CircuitBreaker breaker, AtomicInteger inProgress) {
        this.instance = instance;
        this.breaker = breaker;
        this.inProgress = inProgress;
        inProgress.incrementAndGet();
    }

    Instance instance() {
        return instance;
    }

    void succeeded() {
        if (!judged) {
            judged = true;
            breaker.onSuccess(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
        }
    }

    void failed(Throwable cause) {
        if (!judged) {
            judged = true;
            breaker.onError(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS, cause);
        }
    }

    /**
     * Idempotent. A call without a reported outcome says nothing about the instance, for example because the client
     * disconnected.
     */
    void end() {
        if (!judged) {
            judged = true;
            breaker.releasePermission();
        }
        if (!ended) {
            ended = true;
            inProgress.decrementAndGet();
        }
    }
}
