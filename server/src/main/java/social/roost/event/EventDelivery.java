package social.roost.event;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.LogThrottle;
import social.roost.base.OverloadedException;
import social.roost.base.UnavailableException;
import social.roost.base.trace.Tracer;
import social.roost.event.EventsInFlight.Delivery;

/**
 * Delivers the events of a group to its consumer: those with the same key one after another, others in parallel. It
 * does not know where events come from, so that every {@link EventLog} keeps the same promises.
 */
public final class EventDelivery {
    private static final Logger log = LoggerFactory.getLogger(EventDelivery.class);

    private final String group;
    private final Recipient recipient;
    private final Consumption consumption;
    private final DeliverySettings settings;
    private final LogThrottle warnings = new LogThrottle(1);
    private final EventsInFlight inFlight;
    private final List<Thread> workers;

    /** Null if consuming an event makes everything durable. */
    private final @Nullable Checkpoints checkpoints;

    /** Starts delivering immediately; the first event has {@code firstOffset} or a later one. */
    public EventDelivery(Recipient recipient, DeliverySettings settings, long firstOffset, Tracer tracer) {
        this.group = recipient.name();
        this.recipient = recipient;
        this.consumption = new Consumption(recipient, tracer);
        this.settings = settings;
        inFlight = new EventsInFlight(settings.window(), recipient.consumer().together(), firstOffset);
        workers = IntStream.range(0, settings.concurrency())
                .mapToObj(i -> Thread.ofVirtual().name(group + "-" + i).unstarted(this::work))
                .toList();
        workers.forEach(Thread::start);
        checkpoints = recipient.consumer().checkpointPause() == null
                ? null
                : new Checkpoints(recipient, inFlight::nextOffset);
    }

    /** Adds the next event of the log; waits while the window is full. */
    public void add(LoggedEvent event) throws InterruptedException {
        if (consumption.needs(event)) {
            inFlight.add(event);
        } else {
            inFlight.skip(event.offset());
        }
    }

    /** Adds the next event of the log unless the window is full; returns whether it did. */
    public boolean offer(LoggedEvent event) {
        if (consumption.needs(event)) {
            return inFlight.offer(event);
        }
        inFlight.skip(event.offset());
        return true;
    }

    /**
     * Where the group must continue after a crash: all events before it are consumed or dead letters, and what the
     * consumer made of them is durable.
     */
    public long nextOffset() {
        return checkpoints == null ? inFlight.nextOffset() : checkpoints.offset();
    }

    /** The number of events to be consumed if the log ends with this offset. */
    public long backlog(long lastOffset) {
        return inFlight.backlog(lastOffset);
    }

    /** Starts no more events and waits for those in progress; interrupts them when its patience ends. */
    public void close() {
        inFlight.close();
        long deadline = System.nanoTime() + settings.closePatience().toNanos();
        try {
            for (Thread worker : workers) {
                if (!worker.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
                    log.warn("Group {} has not finished an event at shutdown; it will be delivered again", group);
                    worker.interrupt();
                }
            }
        } catch (InterruptedException e) {
            workers.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
        if (checkpoints != null) {
            checkpoints.close();
        }
    }

    private void work() {
        try {
            for (Delivery delivery = inFlight.take(); delivery != null; delivery = inFlight.take()) {
                handle(delivery);
            }
        } catch (InterruptedException e) {
            log.debug("A worker of group {} was interrupted", group);
        }
    }

    private void handle(Delivery delivery) {
        boolean done = delivery.error == null ? consume(delivery) : giveUp(delivery, delivery.error);
        if (done) {
            inFlight.done(delivery);
        } else {
            long pause = settings.pauseNanoseconds(
                    delivery.attempts, ThreadLocalRandom.current().nextDouble());
            inFlight.pause(delivery, pause);
        }
    }

    /** Returns whether the event is done. */
    private boolean consume(Delivery delivery) {
        return switch (delivery.event().content()) {
            case TracedEvent _ -> deliver(delivery);
            case Decoded.Unknown unknown when recipient.waitsForUpgrade() -> await(delivery, unknown.problem());
            case Decoded.Unknown unknown -> skip(delivery, unknown.problem());
            case Decoded.Malformed malformed -> giveUp(delivery, malformed.problem());
        };
    }

    private boolean deliver(Delivery delivery) {
        try {
            delivery.attempts++;
            consumption.of(delivery.together());
            return true;
        } catch (Throwable failure) {
            return failed(delivery, failure);
        }
    }

    /** A newer version will consume the event: another member of the group, or this one after its upgrade. */
    private boolean await(Delivery delivery, String problem) {
        delivery.attempts++;
        if (warnings.allows()) {
            log.warn(
                    "Group {} waits until this process is upgraded: {} at offset {}",
                    group,
                    problem,
                    delivery.event().offset());
        }
        return false;
    }

    /** No other process can consume the event instead. This is not a failure: upgrades bring new types. */
    private boolean skip(Delivery delivery, String problem) {
        if (warnings.allows()) {
            log.warn(
                    "The {} skips events until this process is upgraded: {} at offset {}",
                    group,
                    problem,
                    delivery.event().offset());
        }
        return true;
    }

    private boolean failed(Delivery delivery, Throwable failure) {
        if (inFlight.isClosed()) {
            // Possibly only because it was interrupted; after a restart it is delivered again.
            return false;
        }
        if (failure instanceof OverloadedException || failure instanceof UnavailableException) {
            // Not the event's fault, so it does not count: the event waits as long as the overload or outage lasts.
            delivery.attempts--;
            if (warnings.allows()) {
                log.warn("Group {} keeps retrying {}", group, delivery.event(), failure);
            }
            return false;
        }
        if (delivery.attempts >= settings.attempts()) {
            log.error("Group {} moves {} to its dead letters", group, delivery.event(), failure);
            return giveUp(delivery, failure.toString());
        }
        log.warn("Group {} failed on {}, attempt {}", group, delivery.event(), delivery.attempts, failure);
        return false;
    }

    /** From here on the event is not delivered again, but stored as a dead letter, however often that takes. */
    private boolean giveUp(Delivery delivery, String error) {
        delivery.error = error;
        try {
            recipient.deadLetters().keep(group, delivery.event(), delivery.attempts, error);
            return true;
        } catch (RuntimeException e) {
            log.error("Group {} cannot store the dead letter {}", group, delivery.event(), e);
            return false;
        }
    }
}
