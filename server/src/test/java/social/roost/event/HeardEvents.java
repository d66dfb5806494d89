package social.roost.event;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** All events of a log from now on, for what a store's test says of them. */
public final class HeardEvents {
    private static final String GROUP = "heard";

    private final EventLog log;
    private final RecordingConsumer consumer = new RecordingConsumer();

    public HeardEvents(EventLog log) {
        this.log = log;
        log.subscribe(GROUP, consumer);
    }

    /** What was appended until now; events of one key are in order. */
    public List<Event> all() {
        while (log.lag(GROUP) > 0) {
            LockSupport.parkNanos(100_000);
        }
        return consumer.rest();
    }

    /** What was appended under this key until now, in order. */
    public List<Event> of(long key) {
        return all().stream().filter(event -> event.key() == key).toList();
    }
}
