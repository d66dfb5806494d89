package social.roost.event.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import social.roost.base.UnavailableException;
import social.roost.driver.kafka.KafkaClient;

/** Delivers every event of some topics from now on to this process, without a group and without commits. */
final class KafkaFollower {
    private static final long LOOK_PAUSE_NANOSECONDS = Duration.ofSeconds(30).toNanos();

    private final KafkaTopics topics;
    private final KafkaOffsets offsets;
    private final List<String> names;
    private final PartitionDeliveries deliveries;
    private final KafkaConsumer<String, String> consumer;
    private final Duration deadline;
    private final PollingThread polling;

    /** The offset of each partition when following it started. */
    private final Map<TopicPartition, Long> starts;

    private long lastLook = System.nanoTime();

    KafkaFollower(
            KafkaClient client,
            KafkaTopics topics,
            KafkaOffsets offsets,
            List<String> names,
            PartitionDeliveries deliveries) {
        this.topics = topics;
        this.offsets = offsets;
        this.names = names;
        this.deliveries = deliveries;
        starts = new ConcurrentHashMap<>(offsets.ends(topics.partitions(names)));
        deadline = client.deadline();
        consumer = client.reader();
        consumer.assign(starts.keySet());
        starts.forEach(consumer::seek);
        polling = new PollingThread("follower", consumer, deliveries, this::lookForPartitions, this::end);
        polling.start();
    }

    long lag() {
        return offsets.ends(Set.copyOf(starts.keySet())).entrySet().stream()
                .mapToLong(end -> left(end.getKey(), end.getValue()))
                .sum();
    }

    private long left(TopicPartition partition, long end) {
        long left = deliveries.backlog(partition, end);
        return left >= 0 ? left : Math.max(0, end - starts.getOrDefault(partition, end));
    }

    void close() {
        polling.stop();
    }

    private void lookForPartitions() {
        if (System.nanoTime() - lastLook < LOOK_PAUSE_NANOSECONDS) {
            return;
        }
        lastLook = System.nanoTime();
        try {
            List<TopicPartition> added = new ArrayList<>(topics.partitions(names));
            added.removeAll(starts.keySet());
            if (!added.isEmpty()) {
                follow(added);
            }
        } catch (UnavailableException _) {
            // While Kafka is down nobody adds partitions; the next check comes soon enough.
        }
    }

    /** Everything in them is after the start of following. */
    private void follow(List<TopicPartition> added) {
        added.forEach(partition -> starts.put(partition, 0L));
        consumer.assign(starts.keySet());
        consumer.seekToBeginning(added);
    }

    private void end() {
        deliveries.stop(deliveries.partitions());
        consumer.close(CloseOptions.timeout(deadline));
    }
}
