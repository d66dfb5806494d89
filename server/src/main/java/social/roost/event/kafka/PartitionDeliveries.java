package social.roost.event.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import social.roost.base.trace.Tracer;
import social.roost.event.DeliverySettings;
import social.roost.event.Event;
import social.roost.event.EventCodec;
import social.roost.event.EventConsumer;
import social.roost.event.EventDelivery;
import social.roost.event.Recipient;

/**
 * Delivers the events of a consumer's partitions: each has its own offsets and window, and all share one limit on
 * concurrent events.
 */
final class PartitionDeliveries {
    private final Function<TopicPartition, Recipient> recipients;
    private final DeliverySettings settings;
    private final Tracer tracer;
    private final EventCodec codec;
    private final Semaphore turns;

    /** A partition has a delivery from its first event on. */
    private final Map<TopicPartition, PartitionDelivery> open = new ConcurrentHashMap<>();

    PartitionDeliveries(
            Function<TopicPartition, Recipient> recipients,
            DeliverySettings settings,
            int partitions,
            Tracer tracer,
            EventCodec codec) {
        this.recipients = recipients;
        this.tracer = tracer;
        this.codec = codec;
        this.settings = new DeliverySettings(
                settings.concurrency(),
                Math.max(2 * settings.concurrency(), settings.window() / partitions),
                settings.attempts(),
                settings.firstPause(),
                settings.longestPause(),
                settings.closePatience());
        turns = new Semaphore(settings.concurrency(), true);
    }

    /** Adds polled records, and pauses the partitions whose windows are full until they have room. */
    void take(ConsumerRecords<String, String> records, Consumer<?, ?> source) {
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<String, String>> polled = records.records(partition);
            long first = polled.getFirst().offset();
            PartitionDelivery delivery = open.computeIfAbsent(partition, _ -> start(partition, first));
            polled.forEach(delivery::add);
        }
        Set<TopicPartition> paused = source.paused();
        open.forEach((partition, delivery) -> {
            boolean room = delivery.handOn();
            if (room == paused.contains(partition)) {
                flow(source, partition, room);
            }
        });
    }

    private static void flow(Consumer<?, ?> source, TopicPartition partition, boolean room) {
        if (room) {
            source.resume(List.of(partition));
        } else {
            source.pause(List.of(partition));
        }
    }

    private PartitionDelivery start(TopicPartition partition, long first) {
        Recipient recipient = recipients.apply(partition);
        EventConsumer inTurn = new InTurn(recipient.consumer(), turns);
        return new PartitionDelivery(new EventDelivery(recipient.with(inTurn), settings, first, tracer), codec);
    }

    boolean holdBack() {
        return open.values().stream().anyMatch(PartitionDelivery::holdsBack);
    }

    /** What is left of a partition with this end; negative if none of its events have arrived here yet. */
    long backlog(TopicPartition partition, long end) {
        PartitionDelivery delivery = open.get(partition);
        return delivery == null ? -1 : delivery.backlog(end);
    }

    /** The progress of each partition since the last commit. */
    Map<TopicPartition, OffsetAndMetadata> uncommitted() {
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        open.forEach((partition, delivery) -> {
            if (delivery.isUncommitted()) {
                moved.put(partition, new OffsetAndMetadata(delivery.nextOffset()));
            }
        });
        return moved;
    }

    void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> {
            PartitionDelivery delivery = open.get(partition);
            if (delivery != null) {
                delivery.committed(offset.offset());
            }
        });
    }

    Set<TopicPartition> partitions() {
        return Set.copyOf(open.keySet());
    }

    /** Stops delivering these partitions, waits for their events in progress, and returns their progress. */
    Map<TopicPartition, OffsetAndMetadata> stop(Collection<TopicPartition> partitions) {
        Map<TopicPartition, PartitionDelivery> stopped = new HashMap<>(open);
        stopped.keySet().retainAll(partitions);
        List<Thread> closing = new ArrayList<>();
        stopped.values().forEach(delivery -> closing.add(Thread.startVirtualThread(delivery::close)));
        closing.forEach(PartitionDeliveries::join);
        Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
        stopped.forEach((partition, delivery) -> {
            reached.put(partition, new OffsetAndMetadata(delivery.nextOffset()));
            open.remove(partition, delivery);
        });
        return reached;
    }

    private static void join(Thread closing) {
        try {
            closing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a permit before it consumes. */
    private record InTurn(EventConsumer consumer, Semaphore turns) implements EventConsumer {
        @Override
        public Set<Event.Stream> streams() {
            return consumer.streams();
        }

        @Override
        public void consume(Event event) throws Exception {
            turns.acquire();
            try {
                consumer.consume(event);
            } finally {
                turns.release();
            }
        }

        @Override
        public @Nullable Duration checkpointPause() {
            return consumer.checkpointPause();
        }

        @Override
        public void checkpoint() throws Exception {
            consumer.checkpoint();
        }

        @Override
        public int together() {
            return consumer.together();
        }

        @Override
        public void consumeTogether(List<Event> events) throws Exception {
            turns.acquire();
            try {
                consumer.consumeTogether(events);
            } finally {
                turns.release();
            }
        }
    }
}
