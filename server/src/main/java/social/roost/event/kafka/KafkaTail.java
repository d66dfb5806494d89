package social.roost.event.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import social.roost.base.UnavailableException;
import social.roost.driver.kafka.KafkaClient;
import social.roost.event.Event;
import social.roost.event.EventCodec;
import social.roost.event.TracedEvent;

/** Reads the last events of some partitions, up to their present ends. */
final class KafkaTail {
    private static final Duration WAIT = Duration.ofMillis(100);

    private final KafkaClient client;
    private final EventCodec codec;
    private final Map<TopicPartition, Long> ends;

    KafkaTail(KafkaClient client, EventCodec codec, Map<TopicPartition, Long> ends) {
        this.client = client;
        this.codec = codec;
        this.ends = ends;
    }

    /**
     * Reads the events that the partitions still have, those of a partition in their order.
     *
     * @param ofEach at most this many of each partition
     * @throws UnavailableException if that takes longer than the deadline of a call
     */
    List<Event> read(int ofEach) {
        long giveUp = System.nanoTime() + client.deadline().toNanos();
        List<Event> events = new ArrayList<>();
        KafkaConsumer<String, String> consumer = client.reader();
        try {
            start(consumer, ofEach);
            while (!isRead(consumer)) {
                if (System.nanoTime() - giveUp > 0) {
                    throw new UnavailableException(client.guard().dependency(), null);
                }
                consumer.poll(WAIT).forEach(record -> add(record, events));
            }
            return events;
        } finally {
            consumer.close(CloseOptions.timeout(client.deadline()));
        }
    }

    private void start(KafkaConsumer<String, String> consumer, int ofEach) {
        consumer.assign(ends.keySet());
        consumer.beginningOffsets(ends.keySet())
                .forEach((partition, beginning) ->
                        consumer.seek(partition, Math.max(beginning, end(partition) - ofEach)));
    }

    private boolean isRead(KafkaConsumer<String, String> consumer) {
        return ends.keySet().stream().allMatch(partition -> consumer.position(partition) >= end(partition));
    }

    private void add(ConsumerRecord<String, String> record, List<Event> events) {
        if (codec.read(record.value()) instanceof TracedEvent traced) {
            events.add(traced.event());
        }
    }

    private long end(TopicPartition partition) {
        return Objects.requireNonNull(ends.get(partition));
    }
}
