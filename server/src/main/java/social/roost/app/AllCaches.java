package social.roost.app;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.event.Event;
import social.roost.event.EventConsumer;

/**
 * The caches shared by all processes and those in the memory of this process, updated by events.
 *
 * @param shared comes first, because it must not return what is dropped from memory
 */
record AllCaches(EventConsumer shared, EventConsumer near) implements EventConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(AllCaches.class);

    @Override
    public Set<Event.Stream> streams() {
        return EventConsumer.streams(List.of(shared, near));
    }

    @Override
    public void consume(Event event) {
        consumeShared(event);
        try {
            near.consume(event);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot update the caches with " + event, e);
        }
    }

    /**
     * While the shared caches are unavailable, nothing is read from them; their own consumer group catches up later.
     */
    private void consumeShared(Event event) {
        try {
            shared.consume(event);
        } catch (Exception e) {
            LOG.debug("Cannot update the shared caches with {}", event, e);
        }
    }
}
