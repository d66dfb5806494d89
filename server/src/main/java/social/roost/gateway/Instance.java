package social.roost.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vertx.core.net.SocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that serves a role. It is called while it is ready and its circuit breaker permits calls. */
final class Instance {
    /** One missed readiness check may be a pause of the process; two are not. */
    private static final int TOLERATED_MISSES = 1;

    private final String role;
    private final SocketAddress address;
    private final CircuitBreaker breaker;
    private final AtomicInteger inProgress = new AtomicInteger();
    private final AtomicInteger misses = new AtomicInteger();
    private volatile boolean ready = true;

    Instance(String role, SocketAddress address, BreakerSettings settings) {
        this.role = role;
        this.address = address;
        this.breaker = CircuitBreaker.of(role + "@" + address, settings.config());
    }

    String role() {
        return role;
    }

    SocketAddress address() {
        return address;
    }

    boolean isReady() {
        return ready;
    }

    int inProgress() {
        return inProgress.get();
    }

    /** Empty while the circuit breaker permits no calls. */
    Optional<InFlightCall> begin() {
        return breaker.tryAcquirePermission()
                ? Optional.of(new InFlightCall(this, breaker, inProgress))
                : Optional.empty();
    }

    /** The readiness check was answered. An instance that comes back after an outage starts with a closed circuit. */
    void answered(boolean isReady) {
        misses.set(0);
        if (isReady && !ready) {
            breaker.reset();
        }
        ready = isReady;
    }

    /** The readiness check was not answered. */
    void missed() {
        if (misses.incrementAndGet() > TOLERATED_MISSES) {
            ready = false;
        }
    }

    InstanceState state() {
        String state = breaker.getState().name().toLowerCase(Locale.ROOT);
        return new InstanceState(role, address.toString(), ready, state, inProgress.get());
    }

    @Override
    public String toString() {
        return role + " at " + address;
    }
}
