package social.roost.event;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.event.BackfillStore.Progress;
import social.roost.event.EventLog.Subscription;

/**
 * Starts a consumer group that needs what happened before it existed. It makes the log keep events for the group from
 * now on, reads the stores, and consumes their content as the events that would have announced it. Then it subscribes
 * to the log.
 *
 * <p>So the consumer misses nothing: what was stored before is read from the stores, and what is stored later comes
 * from the log. Some of it arrives twice. Like every consumer, it reads what it needs from the stores, and it receives
 * each deletion from the log after the last event of the backfill, so nothing deleted comes back.
 *
 * <p>The position is stored after every batch, so a restarted process continues there. One process at a time reads the
 * stores; all others wait for the end before they subscribe. If the log no longer knows the group, everything is read
 * again.
 */
public final class Backfill implements Subscription {
    private static final Logger log = LoggerFactory.getLogger(Backfill.class);
    private static final long REPORT_NANOSECONDS = Duration.ofSeconds(30).toNanos();

    private final EventLog events;
    private final BackfillStore store;
    private final String group;
    private final EventConsumer consumer;
    private final BackfillSettings settings;
    private final SourceReader reader;
    private final CountedDeadLetters letters = new CountedDeadLetters();
    private final String process = UUID.randomUUID().toString();
    private final Thread thread;
    private long reported = System.nanoTime();
    private volatile Progress progress = Progress.NONE;
    private volatile @Nullable Subscription subscription;

    /** The thread is interrupted, too, but whatever it calls may clear that. */
    private volatile boolean closed;

    /** Starts immediately, in the background. */
    public Backfill(
            EventLog events,
            BackfillStore store,
            String group,
            EventConsumer consumer,
            List<EventSource> sources,
            BackfillSettings settings) {
        this.events = events;
        this.store = store;
        this.group = group;
        this.consumer = consumer;
        this.settings = settings;
        this.reader = new SourceReader(sources, settings.batch());
        thread = Thread.ofVirtual().name(group + "-backfill").start(this::run);
    }

    /** The number of events consumed from the stores so far, in any process. */
    public long consumed() {
        return progress.events();
    }

    public boolean isDone() {
        return progress.done();
    }

    @Override
    public long lag() {
        Subscription subscribed = subscription;
        return subscribed == null ? events.lag(group) : subscribed.lag();
    }

    @Override
    public long deadLetters() {
        Subscription subscribed = subscription;
        return letters.count() + (subscribed == null ? 0 : subscribed.deadLetters());
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Subscription subscribed = subscription;
        if (subscribed == null) {
            endTurn();
        } else {
            subscribed.close();
        }
    }

    private void endTurn() {
        try {
            store.endTurn(group, process);
        } catch (RuntimeException e) {
            log.debug("The turn of group {} ends by itself", group, e);
        }
    }

    private void run() {
        try {
            while (!closed && !attempt()) {
                Thread.sleep(settings.pause());
            }
        } catch (InterruptedException e) {
            log.debug("The backfill of group {} was interrupted", group);
        }
    }

    /** Returns whether the group is subscribed; if not, another attempt is needed. */
    private boolean attempt() throws InterruptedException {
        try {
            // Before reading the progress: a process that adds the group has already stored that everything must be
            // read.
            boolean known = events.hasGroup(group);
            Progress found = store.takeTurn(group, process, settings.turn());
            if (found == null) {
                return false;
            }
            progress = found;
            if (known || addGroup()) {
                return readAll() && subscribe();
            }
            return false;
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            log.warn("The backfill of group {} failed, will retry", group, e);
            return false;
        }
    }

    /** From here on the log keeps events for the group; everything before must be read. */
    private boolean addGroup() {
        if (!store(Progress.NONE)) {
            return false;
        }
        events.addGroup(group, consumer.streams());
        log.debug("The backfill of group {} begins", group);
        return true;
    }

    private boolean subscribe() {
        subscription = events.subscribe(group, consumer);
        return true;
    }

    /** Returns whether everything was read; if not, another process has the turn. */
    private boolean readAll() throws InterruptedException {
        if (progress.done()) {
            return true;
        }
        try (BackfillDelivery delivery = new BackfillDelivery(
                Recipient.group(group, consumer, letters.counting(events::keepDeadLetter)), settings.delivery())) {
            while (!progress.done()) {
                if (closed) {
                    return false;
                }
                long begun = System.nanoTime();
                SourceReader.Part part = reader.read(progress.position());
                delivery.deliver(part.events());
                while (!delivery.awaitDone(settings.turn().dividedBy(4))) {
                    if (!store(progress)) {
                        return false;
                    }
                }
                if (!store(part.after(progress))) {
                    return false;
                }
                report();
                pace(begun, part.events().size());
            }
        }
        if (progress.events() > 0) {
            log.info("The backfill of group {} is done: {} events", group, progress.events());
        }
        return true;
    }

    /** Returns whether this process still has the turn. */
    private boolean store(Progress reached) {
        boolean ours = store.store(group, process, reached, settings.turn());
        if (ours) {
            progress = reached;
        }
        return ours;
    }

    private void report() {
        if (System.nanoTime() - reported > REPORT_NANOSECONDS) {
            reported = System.nanoTime();
            log.info(
                    "The backfill of group {} has consumed {} events, up to {}",
                    group,
                    progress.events(),
                    progress.position());
        }
    }

    private void pace(long begun, int items) throws InterruptedException {
        Thread.sleep(settings.pace(items).minusNanos(System.nanoTime() - begun));
    }
}
