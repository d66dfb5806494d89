package social.roost.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import social.roost.event.Event;
import social.roost.event.EventCodec;
import social.roost.event.EventConsumer;

/** Counts events by type, once per cluster. An event that is delivered twice counts twice. */
final class EventMeters implements EventConsumer {
    private final MeterRegistry registry;
    private final ConcurrentMap<Class<?>, Counter> counters = new ConcurrentHashMap<>();

    EventMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void consume(Event event) {
        counters.computeIfAbsent(event.getClass(), this::counter).increment();
    }

    private Counter counter(Class<?> type) {
        return Counter.builder("roost.events.happened")
                .description("Events by type, such as user_registered, followed or tweet_liked.")
                .tag("type", EventCodec.nameOf(type))
                .register(registry);
    }
}
