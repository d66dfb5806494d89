package social.roost.event.sql;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.event.EventDelivery;
import social.roost.event.LoggedEvent;

/** Moves the events of a group from the log to its delivery as soon as they are committed. */
final class SqlSubscription {
    private static final Logger log = LoggerFactory.getLogger(SqlSubscription.class);
    private static final long PAUSE_AFTER_FAILURE_MILLISECONDS = 500;

    private final RecentEvents events;
    private final CommitSignal commits;
    private final EventDelivery delivery;
    private final Thread fetcher;
    private long stored;

    SqlSubscription(String group, RecentEvents events, CommitSignal commits, EventDelivery delivery) {
        this.events = events;
        this.commits = commits;
        this.delivery = delivery;
        stored = delivery.nextOffset();
        long first = stored;
        fetcher = Thread.ofVirtual().name(group + "-fetcher").start(() -> fetch(first));
    }

    EventDelivery delivery() {
        return delivery;
    }

    /** The last stored offset; used by the thread that stores. */
    long stored() {
        return stored;
    }

    void stored(long nextOffset) {
        stored = nextOffset;
    }

    /** Returns when no event of the group is in progress. */
    void stop() {
        fetcher.interrupt();
        delivery.close();
    }

    private void fetch(long first) {
        long next = first;
        try {
            while (!Thread.interrupted()) {
                long seen = commits.count();
                List<LoggedEvent> batch = read(next);
                for (LoggedEvent event : batch) {
                    delivery.add(event);
                    next = event.offset() + 1;
                }
                if (batch.isEmpty()) {
                    commits.awaitBeyond(seen);
                }
            }
        } catch (InterruptedException e) {
            log.debug("Stopped at offset {}", next);
        }
    }

    private List<LoggedEvent> read(long next) throws InterruptedException {
        while (true) {
            try {
                return events.read(next);
            } catch (RuntimeException e) {
                log.warn("Cannot read events from offset {}; will retry", next, e);
                Thread.sleep(PAUSE_AFTER_FAILURE_MILLISECONDS);
            }
        }
    }
}
