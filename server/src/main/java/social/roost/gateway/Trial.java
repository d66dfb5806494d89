package social.roost.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One call to one instance: counted while it lasts, and told to the breaker once, as good, bad or neither. */
final class Trial {
    private final Instance instance;
    private final CircuitBreaker breaker;
    private final AtomicInteger inProgress;
    private final long startNanos = System.nanoTime();
    private boolean judged;
    private boolean ended;

    Trial(Instance instance, CircuitBreaker breaker, AtomicInteger inProgress) {
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

    /** May be repeated. A trial that was not judged says nothing about the instance: the client went away, say. */
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
