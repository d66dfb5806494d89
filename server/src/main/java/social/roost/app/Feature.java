package social.roost.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.roost.api.Capability;
import social.roost.base.CacheUse;
import social.roost.event.EventConsumer;
import social.roost.http.Route;

/**
 * A part of the product. Its constructor builds its use cases from the stores and from the features it needs; its
 * methods declare what it adds to a process. {@link Features} lists all features; {@link Server} runs what they
 * declare.
 */
interface Feature extends AutoCloseable {

    /** The routes served by processes with this role. */
    default List<Route> routes(Role role) {
        return List.of();
    }

    /** What it adds to {@code GET /capabilities}, whichever process serves that. */
    default List<Capability> capabilities() {
        return List.of();
    }

    /** The routes that every process serves on the admin port. */
    default List<Route> operatorRoutes() {
        return List.of();
    }

    /** Consumer groups: each event is processed once by one of the processes with the role. */
    default List<ConsumerGroup> consumerGroups() {
        return List.of();
    }

    /** Consumers of all events in every process. */
    default List<EventConsumer> followers() {
        return List.of();
    }

    /**
     * Like {@link #followers}, if other processes write to the same stores: drops cache entries that they have changed.
     */
    default List<EventConsumer> invalidations() {
        return List.of();
    }

    /** Sends events to the open streams of processes with the role {@link Role#LIVE}, after all other followers. */
    default List<EventConsumer> streamed() {
        return List.of();
    }

    /** Loads data before a process serves, and again every half a minute; may fail while a store is down. */
    default void lookUp() {}

    /** Runs once, soon after the start, in processes with these roles. */
    default List<Runnable> startTasks(Set<Role> roles) {
        return List.of();
    }

    /** Runs periodically. */
    default List<ScheduledTask> scheduledTasks() {
        return List.of();
    }

    /** Caches by the names used in metrics. */
    default Map<String, CacheUse> caches() {
        return Map.of();
    }

    /** Registers metrics. */
    default void measure(MeterRegistry registry) {}

    @Override
    default void close() {}
}
