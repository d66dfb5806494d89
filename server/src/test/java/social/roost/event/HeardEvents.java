package social.roost.event;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** All events of a log from now on, for tests of stores. */
public final class HeardEvents {
    private static final String GROUP = "heard";

    private final EventLog log;
    private final RecordingConsumer consumer = new RecordingConsumer();

    public HeardEvents(EventLog log) {
        this.log = log;
        log.subscribe(GROUP, consumer);
    }

    /** The events appended so far; those with the same key are in order. */
    public List<Event> all() {
        while (log.lag(GROUP) > 0) {
            LockSupport.parkNanos(100_000);
        }
        return consumer.rest();
    }

    /** The events of this type so far. */
    public <E extends Event> List<E> of(Class<E> type) {
        return all().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The events appended with this key so far, in order. */
    public List<Event> of(long key) {
        return all().stream().filter(event -> event.key() == key).toList();
    }
}
