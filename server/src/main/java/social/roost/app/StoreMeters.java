package social.roost.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.LogThrottle;
import social.roost.driver.Guard;
import social.roost.driver.Pool;
import social.roost.driver.StoreCalls;
import social.roost.driver.StoreCalls.Outcome;

/** Measures store calls and logs slow ones. A call is measured with its retries and pauses, as its caller sees it. */
final class StoreMeters {
    private static final Logger LOG = LoggerFactory.getLogger(StoreMeters.class);
    private static final int WARNINGS_PER_SECOND = 10;
    private static final String STORE = "store";

    /** Fewer than for requests, because there are many kinds of calls. */
    private static final Duration[] BOUNDS = Stream.of(
                    250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
                    2_500_000)
            .map(micros -> Duration.ofNanos(micros * 1_000L))
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final long slowNanos;
    private final LogThrottle warnings = new LogThrottle(WARNINGS_PER_SECOND);

    StoreMeters(MeterRegistry registry, Duration slow) {
        this.registry = registry;
        slowNanos = slow.toNanos();
    }

    void watch(Drivers drivers) {
        drivers.calls().forEach(this::watch);
        drivers.guards().forEach(this::watch);
        drivers.pools().forEach(this::watch);
        drivers.queues()
                .forEach((name, waiting) -> gauge("roost.queue.waiting", waiting, "Writes that wait to be committed.")
                        .tag("queue", name)
                        .register(registry));
    }

    private void watch(StoreCalls calls) {
        ConcurrentMap<String, Map<Outcome, Timer>> timers = new ConcurrentHashMap<>();
        calls.observedBy((operation, outcome, nanos) -> {
            // Each operation has its timers ready: looking one up by its tags costs more than recording.
            Map<Outcome, Timer> ready = timers.computeIfAbsent(operation, each -> timers(calls.store(), each));
            Objects.requireNonNull(ready.get(outcome)).record(nanos, TimeUnit.NANOSECONDS);
            if (nanos >= slowNanos && warnings.allows()) {
                warn(calls.store(), operation, outcome, nanos);
            }
        });
    }

    private Map<Outcome, Timer> timers(String store, String operation) {
        Map<Outcome, Timer> timers = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            timers.put(
                    outcome,
                    Timer.builder("roost.store.call.duration")
                            .description("Duration of store calls, including retries.")
                            .tags(STORE, store, "operation", operation, "outcome", outcome.text())
                            .serviceLevelObjectives(BOUNDS)
                            .register(registry));
        }
        return timers;
    }

    private void watch(Guard guard) {
        gauge("roost.store.calls.active", guard::inProgress, "Store calls in progress.")
                .tag(STORE, guard.dependency())
                .register(registry);
        gauge(
                        "roost.store.calls.maximum",
                        guard::maximumInProgress,
                        "Limit of concurrent store calls; more calls wait.")
                .tag(STORE, guard.dependency())
                .register(registry);
        for (String state : List.of("closed", "open", "half_open")) {
            gauge(
                            "roost.store.breaker",
                            () -> guard.state().equals(state) ? 1 : 0,
                            "1 for the current state of the circuit breaker, 0 for the others.")
                    .tags(STORE, guard.dependency(), "state", state)
                    .register(registry);
        }
    }

    private void watch(Pool pool) {
        connections(pool, "used", pool.used());
        connections(pool, "idle", pool.idle());
        gauge("db.client.connection.max", pool::maximum, "Maximum size of the connection pool.")
                .tag("db.client.connection.pool.name", pool.name())
                .register(registry);
        gauge("db.client.connection.pending_requests", pool.waiting(), "Callers that wait for a connection.")
                .tag("db.client.connection.pool.name", pool.name())
                .register(registry);
    }

    private void connections(Pool pool, String state, IntSupplier count) {
        gauge("db.client.connection.count", count, "Connections of the pool by state.")
                .tags("db.client.connection.pool.name", pool.name(), "db.client.connection.state", state)
                .register(registry);
    }

    private static Gauge.Builder<?> gauge(String name, IntSupplier value, String description) {
        return Gauge.builder(name, value::getAsInt).description(description);
    }

    private static void warn(String store, String operation, Outcome outcome, long nanos) {
        LOG.atWarn()
                .addKeyValue(STORE, store)
                .addKeyValue("operation", operation)
                .addKeyValue("outcome", outcome.text())
                .addKeyValue("latencyMs", nanos / 1e6)
                .log("Slow call to {} took {} ms: {}, {}", store, nanos / 1_000_000, operation, outcome.text());
    }
}
