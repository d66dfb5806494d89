package social.roost.event;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Publishes each event immediately, and removes it from its outbox when the test says so. */
public final class RelayToLog implements Relay {
    private final EventLog log;
    private final Queue<Runnable> removals = new ConcurrentLinkedQueue<>();

    public RelayToLog(EventLog log) {
        this.log = log;
    }

    @Override
    public <K> void committed(Outbox<K> outbox, Outbox.Entry<K> entry) {
        log.appendTraced(List.of(entry.traced()));
        removals.add(() -> outbox.remove(List.of(entry.key())));
    }

    /** Removes what is in the log. */
    public void remove() {
        for (Runnable removal = removals.poll(); removal != null; removal = removals.poll()) {
            removal.run();
        }
    }

    /** Like a crash: what is in the log stays in its outbox. */
    public void forget() {
        removals.clear();
    }

    /** Sweeps like the relay. */
    public void sweep(List<? extends Outbox<Long>> outboxes) {
        for (Outbox<Long> outbox : outboxes) {
            outbox.leftBehind(100).forEach(entry -> committed(outbox, entry));
        }
        remove();
    }
}
