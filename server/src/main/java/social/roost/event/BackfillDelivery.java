package social.roost.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import social.roost.base.trace.Tracer;

/** Delivers events that are not from the log as the log would: in order for each key, with retries and dead letters. */
final class BackfillDelivery implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final EventDelivery delivery;
    private final EventCodec codec = new EventCodec();
    private long added;

    BackfillDelivery(Recipient recipient, DeliverySettings settings) {
        DeadLetterStore letters = (group, event, attempts, error) ->
                recipient.deadLetters().keep(group, numbered(event), attempts, error);
        delivery = new EventDelivery(
                new Recipient(recipient.name(), recipient.consumer(), letters, recipient.waitsForUpgrade()),
                settings,
                0,
                Tracer.NONE);
    }

    /** A backfill's event has no offset in the log; as a dead letter it gets its own number when it is read. */
    private static LoggedEvent numbered(LoggedEvent event) {
        byte[] payload = event.payload().getBytes(StandardCharsets.UTF_8);
        long number = UUID.nameUUIDFromBytes(payload).getMostSignificantBits() | Long.MIN_VALUE;
        return new LoggedEvent(number, event.key(), event.payload(), event.content());
    }

    void deliver(List<Event> events) throws InterruptedException {
        for (Event event : events) {
            delivery.add(new LoggedEvent(added++, event.key(), codec.encode(event), new TracedEvent(event, null)));
        }
    }

    /** Returns whether all events were consumed, or became dead letters, before the patience ended. */
    boolean awaitDone(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (delivery.nextOffset() < added) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
        return true;
    }

    @Override
    public void close() {
        delivery.close();
    }
}
