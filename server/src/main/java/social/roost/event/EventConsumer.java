package social.roost.event;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Processes events: a {@link StreamConsumer} those of some streams, a lambda those of all. */
@FunctionalInterface
public interface EventConsumer {

    /**
     * Called at least once for each event; a repetition must change nothing. Events with the same stream and {@link
     * Event#key() key} arrive in the order they were appended and never concurrently; others may arrive in parallel.
     * May block.
     *
     * @throws Exception if the event could not be handled: it is retried, and after a limited number of attempts
     *     becomes a dead letter
     */
    void consume(Event event) throws Exception;

    /** How many events with the same key it can handle together; more than one if that costs less. */
    default int together() {
        return 1;
    }

    /**
     * Like {@link #consume}, for waiting events with the same key, in order. If it fails, all of them are delivered
     * again, the first of them alone.
     */
    default void consumeTogether(List<Event> events) throws Exception {
        for (Event event : events) {
            consume(event);
        }
    }

    /**
     * How long the consumer may keep in memory what it has consumed, until {@link #checkpoint} is called; null if {@link
     * #consume} makes everything durable.
     */
    default @Nullable Duration checkpointPause() {
        return null;
    }

    /**
     * Makes durable what was consumed before. Only then the log forgets these events: if it fails or the process ends
     * before, they are delivered again. Other events may arrive meanwhile.
     *
     * @throws Exception if it failed: it is called again after the same time
     */
    default void checkpoint() throws Exception {}

    /** The streams that the consumer handles. The log delivers no others. */
    default Set<Event.Stream> streams() {
        return EnumSet.allOf(Event.Stream.class);
    }

    /** The streams that at least one of these consumers handles. */
    static Set<Event.Stream> streams(List<? extends EventConsumer> consumers) {
        Set<Event.Stream> streams = EnumSet.noneOf(Event.Stream.class);
        consumers.forEach(consumer -> streams.addAll(consumer.streams()));
        return streams;
    }

    /** A consumer that passes each event to those of these consumers that handle its stream, in this order. */
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
