package social.roost.trend.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import social.roost.base.UnavailableException;
import social.roost.driver.kafka.KafkaClient;
import social.roost.driver.kafka.KafkaSettings;

/**
 * The topics of the job: {@code PREFIX.trend-observations}, which it reads, and {@code PREFIX.trends}, to which it writes
 * the trends of each location and minute with the location as the key.
 */
public final class TrendTopics {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** The detector looks back for seven days. */
    private static final Duration OBSERVATIONS_KEPT = Duration.ofDays(8);

    private static final Duration TRENDS_KEPT = Duration.ofDays(1);

    private TrendTopics() {}

    public static String observations(KafkaSettings settings) {
        return settings.prefix() + ".trend-observations";
    }

    public static String trends(KafkaSettings settings) {
        return settings.prefix() + ".trends";
    }

    /** Creates missing topics; other processes may do the same. */
    public static void make(KafkaClient client) {
        KafkaSettings settings = client.settings();
        make(client, topic(settings, observations(settings), settings.partitions(), OBSERVATIONS_KEPT));
        make(client, topic(settings, trends(settings), 1, TRENDS_KEPT));
    }

    private static NewTopic topic(KafkaSettings settings, String name, int partitions, Duration kept) {
        return new NewTopic(name, Optional.of(partitions), Optional.of((short) settings.replicas()))
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis())));
    }

    /** A topic exists when the controller says so; the brokers learn of it a moment later, and deny it until then. */
    private static void make(KafkaClient client, NewTopic topic) {
        if (existing(client).contains(topic.name())) {
            return;
        }
        try {
            client.ask(admin -> admin.createTopics(List.of(topic)).all());
        } catch (TopicExistsException _) {
            // Another process was faster, or this one did not receive the response to an earlier attempt.
        }
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!existing(client).contains(topic.name())) {
            if (System.nanoTime() - giveUp > 0) {
                throw new UnavailableException(client.guard().dependency(), null);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static Set<String> existing(KafkaClient client) {
        return client.ask(admin -> admin.listTopics().names());
    }

    /** The number of partitions with observations. */
    public static int partitions(KafkaClient client) {
        String name = observations(client.settings());
        return client.ask(admin -> admin.describeTopics(List.of(name)).allTopicNames()).values().stream()
                .mapToInt(topic -> topic.partitions().size())
                .sum();
    }

    /** When the oldest observation was written that Kafka still has. */
    public static Optional<Instant> oldest(KafkaClient client) {
        String name = observations(client.settings());
        Map<TopicPartition, OffsetSpec> partitions = IntStream.range(0, partitions(client))
                .mapToObj(partition -> new TopicPartition(name, partition))
                .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.forTimestamp(0)));
        return client.ask(admin -> admin.listOffsets(partitions).all()).values().stream()
                .filter(first -> first.offset() >= 0)
                .map(first -> Instant.ofEpochMilli(first.timestamp()))
                .min(Comparator.naturalOrder());
    }
}
