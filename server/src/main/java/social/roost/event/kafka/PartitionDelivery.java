package social.roost.event.kafka;

import java.util.ArrayDeque;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import social.roost.event.EventCodec;
import social.roost.event.EventDelivery;
import social.roost.event.LoggedEvent;

/** The delivery of a partition, and what was polled while its window was full. Polling belongs to one thread. */
final class PartitionDelivery {
    private final EventDelivery delivery;
    private final EventCodec codec;
    private final ArrayDeque<ConsumerRecord<String, String>> heldBack = new ArrayDeque<>();
    private long committed = -1;

    PartitionDelivery(EventDelivery delivery, EventCodec codec) {
        this.delivery = delivery;
        this.codec = codec;
    }

    void add(ConsumerRecord<String, String> record) {
        heldBack.add(record);
    }

    /** Passes on what the window has room for; returns whether that was everything. */
    boolean handOn() {
        while (!heldBack.isEmpty()) {
            if (!delivery.offer(decode(heldBack.element()))) {
                return false;
            }
            heldBack.remove();
        }
        return true;
    }

    boolean holdsBack() {
        return !heldBack.isEmpty();
    }

    long nextOffset() {
        return delivery.nextOffset();
    }

    /** What is left if the partition's next event gets this offset. */
    long backlog(long end) {
        return delivery.backlog(end - 1);
    }

    boolean isUncommitted() {
        return nextOffset() != committed;
    }

    void committed(long nextOffset) {
        committed = nextOffset;
    }

    void close() {
        delivery.close();
    }

    private LoggedEvent decode(ConsumerRecord<String, String> record) {
        String payload = record.value() == null ? "" : record.value();
        return LoggedEvent.decode(record.offset(), keyOf(record), payload, codec);
    }

    /** Whatever the key is, an unreadable event must not stop those behind it. */
    private static long keyOf(ConsumerRecord<String, String> record) {
        try {
            return Long.parseLong(record.key());
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
