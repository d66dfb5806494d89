package social.roost.app;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import social.roost.event.Event;
import social.roost.event.EventConsumer;

/**
 * A consumer that slows down while requests wait for a processor: work that somebody waits for comes first. It never
 * stops, because it still has to be done.
 */
record Yielding(EventConsumer consumer, BooleanSupplier pressed) implements EventConsumer {
    private static final long PAUSE_MILLIS = 5;

    @Override
    public void consume(Event event) throws Exception {
        yieldToRequests();
        consumer.consume(event);
    }

    @Override
    public int together() {
        return consumer.together();
    }

    @Override
    public void consumeTogether(List<Event> events) throws Exception {
        yieldToRequests();
        consumer.consumeTogether(events);
    }

    @Override
    public @Nullable Duration checkpointPause() {
        return consumer.checkpointPause();
    }

    @Override
    public void checkpoint() throws Exception {
        consumer.checkpoint();
    }

    @Override
    public Set<Event.Stream> streams() {
        return consumer.streams();
    }

    private void yieldToRequests() throws InterruptedException {
        if (pressed.getAsBoolean()) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
