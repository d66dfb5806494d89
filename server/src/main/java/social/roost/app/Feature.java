package social.roost.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.roost.base.CacheUse;
import social.roost.event.EventConsumer;
import social.roost.http.Route;

/**
 * A part of the product. Its constructor builds its use cases from the stores and from the features that it needs; its
 * methods declare what it adds to a process. {@link Features} lists all of them; {@link Server} runs what they declare.
 */
interface Feature extends AutoCloseable {

    /** What processes with this role serve. */
    default List<Route> routes(Role role) {
        return List.of();
    }

    /** What every process serves on the port for operators. */
    default List<Route> operatorRoutes() {
        return List.of();
    }

    /** Events that processes with a role consume together, each once. */
    default List<ConsumerGroup> consumerGroups() {
        return List.of();
    }

    /** What follows all events in every process. */
    default List<EventConsumer> followers() {
        return List.of();
    }

    /** As {@link #followers}, where other processes write to the same stores: drops what they have changed from memory. */
    default List<EventConsumer> invalidations() {
        return List.of();
    }

    /** What sends events to the open streams of processes with the role {@link Role#LIVE}, when all others are up to date. */
    default List<EventConsumer> streamed() {
        return List.of();
    }

    /** Looked up before a process serves, and again every half a minute; may fail while a store is down. */
    default void lookUp() {}

    /** Done once, soon after the start, in processes with these roles. */
    default List<Runnable> startTasks(Set<Role> roles) {
        return List.of();
    }

    /** Done again and again. */
    default List<ScheduledTask> scheduledTasks() {
        return List.of();
    }

    /** By the names that their metrics have. */
    default Map<String, CacheUse> caches() {
        return Map.of();
    }

    /** Registers its metrics. */
    default void measure(MeterRegistry registry) {}

    @Override
    default void close() {}
}
