package social.roost.event;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Acts on events: as a {@link StreamConsumer} on those of some streams, as a lambda on all. */
@FunctionalInterface
public interface EventConsumer {

    /**
     * Called at least once for each event; a repeat must change nothing. Events of one stream and {@link Event#key() key} come in
     * the order they were appended and never at the same time; others may come in parallel. It may block.
     *
     * @throws Exception when the event could not be handled: it is tried again, and after bounded retries set aside as a
     *     dead letter
     */
    void consume(Event event) throws Exception;

    /** How many events of one key it can take together; more than one where that costs less than one after another. */
    default int together() {
        return 1;
    }

    /**
     * As {@link #consume}, for events of one key that wait already, in their order. If it fails all of them come again, the
     * first of them alone.
     */
    default void consumeTogether(List<Event> events) throws Exception {
        for (Event event : events) {
            consume(event);
        }
    }

    /** The streams that the consumer handles. The log delivers no event of any other. */
    default Set<Event.Stream> streams() {
        return EnumSet.allOf(Event.Stream.class);
    }

    /** The streams that at least one of these consumers handles. */
    static Set<Event.Stream> streams(List<? extends EventConsumer> consumers) {
        Set<Event.Stream> streams = EnumSet.noneOf(Event.Stream.class);
        consumers.forEach(consumer -> streams.addAll(consumer.streams()));
        return streams;
    }

    /** A consumer that lets each of these consume an event of its streams, in this order. */
    static EventConsumer all(List<? extends EventConsumer> consumers) {
        Set<Event.Stream> streams = streams(consumers);
        return new EventConsumer() {
            @Override
            public void consume(Event event) throws Exception {
                for (EventConsumer consumer : consumers) {
                    consumer.consume(event);
                }
            }

            @Override
            public Set<Event.Stream> streams() {
                return streams;
            }
        };
    }
}
