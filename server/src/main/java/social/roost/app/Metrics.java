package social.roost.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.jvm.convention.otel.OpenTelemetryJvmMemoryMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.otel.OpenTelemetryJvmThreadMeterConventions;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import social.roost.base.CacheUse;
import social.roost.base.trace.Tracer;
import social.roost.event.Backfill;
import social.roost.event.EventLog.Subscription;
import social.roost.http.HttpServer;
import social.roost.http.RequestMeters;

/** All metrics of this process, with OpenTelemetry's names where it defines one. */
final class Metrics implements AutoCloseable {
    private static final String EVENT_LAG = "roost.events.lag";
    private static final String DEAD_LETTERS = "roost.events.dead_letters";

    final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final RequestMeters requests;
    final StoreMeters stores;
    private @Nullable JvmGcMetrics collections;

    /** Keeps what meters read from reachable; the meters only have weak references. */
    private final List<Object> watched = new ArrayList<>();

    /** @param tracer starts the traces of measured requests */
    Metrics(Tracer tracer, LogSettings log) {
        requests = new RequestMeters(registry, tracer, log.slowRequest());
        stores = new StoreMeters(registry, log.slowStoreCall());
    }

    void watch(HttpServer http) {
        gauge("http.server.active_requests", http::requestsInProgress, "Requests in progress.");
        gauge(
                "roost.http.requests.limit",
                http::requestsAtOnce,
                "Current limit of concurrent requests; as many more can wait.");
        gauge("roost.http.connections", http::connections, "Open connections.");
        http.pending().bindTo(registry);
    }

    private void gauge(String name, IntSupplier value, String description) {
        Gauge.builder(name, value::getAsInt).description(description).register(registry);
    }

    /** The lag of a consumer group in this process, computed on demand. */
    void watchEvents(String group, LongSupplier lag) {
        Gauge.builder(EVENT_LAG, lag::getAsLong)
                .description("Lag: events that the consumer group has not consumed yet.")
                .tag("group", group)
                .register(registry);
    }

    /** How far a consumer group has got that begins by reading the stores. */
    void watchBackfill(String group, Backfill backfill) {
        watched.add(backfill);
        Gauge.builder("roost.backfill.events", backfill, Backfill::consumed)
                .description("Events that the consumer group has consumed from the stores, before those of the log.")
                .tag("group", group)
                .register(registry);
    }

    /** The dead letters of a consumer group in this process. */
    void countDeadLetters(String group, Subscription subscription) {
        watched.add(subscription);
        FunctionCounter.builder(DEAD_LETTERS, subscription, Subscription::deadLetters)
                .description("Events that this process moved to the dead letters of the consumer group.")
                .tag("group", group)
                .register(registry);
    }

    void watchCache(String name, CacheUse cache) {
        watched.add(cache);
        lookups(name, "hit", cache, CacheUse::hits);
        lookups(name, "miss", cache, CacheUse::misses);
        FunctionCounter.builder("roost.cache.evictions", cache, CacheUse::evictions)
                .description("Cache evictions.")
                .tag("cache", name)
                .register(registry);
    }

    private void lookups(String name, String result, CacheUse cache, ToDoubleFunction<CacheUse> count) {
        FunctionCounter.builder("roost.cache.lookups", cache, count)
                .description("Cache lookups by result.")
                .tags("cache", name, "result", result)
                .register(registry);
    }

    /** The usable instances of a role, at a gateway. */
    void watchRole(String role, IntSupplier ready) {
        Gauge.builder("roost.gateway.instances", ready::getAsInt)
                .description("Instances of the role that are ready and whose circuit is closed.")
                .tag("role", role)
                .register(registry);
    }

    /** The metrics of the JVM. Registering them takes a while, and must not delay the start. */
    void watchProcess() {
        new JvmMemoryMetrics(Tags.empty(), new OpenTelemetryJvmMemoryMeterConventions(Tags.empty())).bindTo(registry);
        new JvmThreadMetrics(Tags.empty(), new OpenTelemetryJvmThreadMeterConventions(Tags.empty())).bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        JvmGcMetrics watched = new JvmGcMetrics();
        watched.bindTo(registry);
        collections = watched;
    }

    /** Returns the metrics in the Prometheus text format. */
    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        if (collections != null) {
            collections.close();
        }
        registry.close();
    }
}
