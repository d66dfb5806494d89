package social.roost.app;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.event.Event;
import social.roost.event.EventConsumer;

/**
 * The caches that all processes share and those in the memory of this one, brought up to date by events.
 *
 * @param shared must not give back what is forgotten in memory, so it comes first
 */
record AllCaches(EventConsumer shared, NearCaches near) implements EventConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(AllCaches.class);

    @Override
    public Set<Event.Stream> streams() {
        return EventConsumer.streams(List.of(shared, near));
    }

    @Override
    public void consume(Event event) {
        consumeShared(event);
        near.consume(event);
    }

    /** While the shared caches are down nothing is read from them; what they missed they are told by a group of their own. */
    private void consumeShared(Event event) {
        try {
            shared.consume(event);
        } catch (Exception e) {
            LOG.debug("The shared caches were not told of {}", event, e);
        }
    }
}
