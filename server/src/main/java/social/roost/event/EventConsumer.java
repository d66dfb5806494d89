package social.roost.event;

/** Acts on events of one consumer group. */
@FunctionalInterface
public interface EventConsumer {

    /**
     * Called at least once for each event; a repeat must change nothing. Events of one {@link Event#key() key} come in
     * the order they were appended and never at the same time; others may come in parallel. It may block.
     *
     * @throws Exception when the event could not be handled: it is tried again, and after bounded retries set aside as a
     *     dead letter
     */
    void consume(Event event) throws Exception;
}
