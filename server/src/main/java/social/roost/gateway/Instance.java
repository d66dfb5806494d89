package social.roost.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vertx.core.net.SocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One process that has a role. It is called while it is ready and its circuit breaker lets calls through. */
final class Instance {
    /** One missed answer may be a pause of the process; two are not. */
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

    /** Empty while the breaker lets no call through. */
    Optional<Trial> begin() {
        return breaker.tryAcquirePermission() ? Optional.of(new Trial(this, breaker, inProgress)) : Optional.empty();
    }

    /** It was asked whether it is ready, and answered. One that was gone and is back begins anew, whatever it was before. */
    void answered(boolean isReady) {
        misses.set(0);
        if (isReady && !ready) {
            breaker.reset();
        }
        ready = isReady;
    }

    /** It was asked whether it is ready, and did not answer. */
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
