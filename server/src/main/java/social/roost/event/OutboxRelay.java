package social.roost.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes events from outboxes to the log: immediately what was committed here, and with an {@link OutboxSweep} what
 * was left behind.
 *
 * <p>Entries of one outbox reach the log in the order of their commits. If the log is unreachable, or too many entries
 * wait, they are dropped here, since their outbox has them; these are published later and out of order, but never lost.
 */
public final class OutboxRelay implements Relay, AutoCloseable {
    static final int BATCH = 500;
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int CAPACITY = 10_000;
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final long WAIT_MILLISECONDS = 50;

    private final EventLog events;
    private final OwnWrites ownWrites;
    private final BlockingQueue<Committed<?>> queue = new ArrayBlockingQueue<>(CAPACITY);
    private @Nullable OutboxSweep sweep;
    private final Thread worker;
    private volatile boolean closing;
    private volatile long closeDeadline;

    /** Set while entries are dropped, to log it once. */
    private volatile boolean forgetting;

    /** Starts relaying. */
    public OutboxRelay(EventLog events, OwnWrites ownWrites) {
        this.events = events;
        this.ownWrites = ownWrites;
        worker = Thread.ofPlatform().name("outbox-relay").daemon().start(this::work);
    }

    /**
     * Starts sweeping; called once, because the stores with the outboxes need the relay first.
     *
     * @param turn asked before each sweep whether this process does it; one of the processes that share the outboxes is
     *     enough
     */
    public void sweep(List<Outbox<?>> outboxes, BooleanSupplier turn) {
        sweep = new OutboxSweep(events, outboxes, turn);
    }

    @Override
    public <K> void committed(Outbox<K> outbox, Outbox.Entry<K> entry) {
        addToOwnWrites(entry.event());
        if (closing || !queue.offer(new Committed<>(outbox, entry))) {
            forget("too many events wait", null);
        }
    }

    private void addToOwnWrites(Event event) {
        try {
            ownWrites.add(event);
        } catch (RuntimeException e) {
            log.debug("Could not publish the own write {}", event, e);
        }
    }

    /** The number of events committed here that are not in the log yet. */
    public int waiting() {
        return queue.size();
    }

    private void work() {
        try {
            while (!closing || (!queue.isEmpty() && System.nanoTime() - closeDeadline < 0)) {
                Committed<?> first = queue.poll(WAIT_MILLISECONDS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Committed<?>> batch = new ArrayList<>();
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    relay(batch);
                }
            }
        } catch (InterruptedException e) {
            log.debug("Interrupted; {} events stay in their outboxes", queue.size());
        }
    }

    private void relay(List<Committed<?>> batch) {
        try {
            events.appendTraced(batch.stream().map(Committed::traced).toList());
            byOutbox(batch).values().forEach(Removal::run);
            if (forgetting) {
                forgetting = false;
                log.info("Events are relayed to the log again");
            }
        } catch (RuntimeException e) {
            forget("the log or the outbox fails", e);
        }
    }

    private void forget(String reason, @Nullable Throwable cause) {
        if (!forgetting) {
            forgetting = true;
            log.warn("Events stay in the outbox until the next sweep: {}", reason, cause);
        }
    }

    private static Map<Outbox<?>, Removal<?>> byOutbox(List<Committed<?>> batch) {
        Map<Outbox<?>, Removal<?>> removals = new LinkedHashMap<>();
        batch.forEach(committed -> committed.addTo(removals));
        return removals;
    }

    /** Publishes what waits until its patience ends; the rest stays in the outboxes. */
    @Override
    public void close() {
        closeDeadline = System.nanoTime() + CLOSE_PATIENCE.toNanos();
        closing = true;
        if (sweep != null) {
            sweep.close();
        }
        try {
            if (!worker.join(CLOSE_PATIENCE)) {
                worker.interrupt();
            }
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /** An entry being relayed. */
    private record Committed<K>(Outbox<K> outbox, Outbox.Entry<K> entry) {
        TracedEvent traced() {
            return entry.traced();
        }

        @SuppressWarnings("unchecked")
        void addTo(Map<Outbox<?>, Removal<?>> removals) {
            ((Removal<K>) removals.computeIfAbsent(outbox, _ -> new Removal<>(outbox))).keys.add(entry.key());
        }
    }

    /** The entries of one outbox that are in the log. */
    private static final class Removal<K> {
        private final Outbox<K> outbox;
        private final List<K> keys = new ArrayList<>();

        Removal(Outbox<K> outbox) {
            this.outbox = outbox;
        }

        void run() {
            outbox.remove(keys);
        }
    }
}
