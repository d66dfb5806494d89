package social.roost.app;

import java.util.List;
import social.roost.event.EventConsumer;
import social.roost.event.EventSource;

/**
 * A consumer group and who runs it: every process with the role takes its share of the events.
 *
 * @param sources what it reads from the stores before it consumes the log; empty if it needs only what happens from now on
 */
record ConsumerGroup(String name, Role role, EventConsumer consumer, List<EventSource> sources) {

    ConsumerGroup(String name, Role role, EventConsumer consumer) {
        this(name, role, consumer, List.of());
    }
}
