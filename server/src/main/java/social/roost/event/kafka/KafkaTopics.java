package social.roost.event.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import social.roost.base.UnavailableException;
import social.roost.driver.kafka.KafkaClient;
import social.roost.driver.kafka.KafkaSettings;
import social.roost.event.Event;

/** The topics of the log: one for each stream, {@code roost.fan-out}, and one for the dead letters of all groups. */
final class KafkaTopics {
    private static final int DEAD_LETTER_PARTITIONS = 1;
    private static final String FOREVER = "-1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final KafkaClient client;
    private final KafkaSettings settings;

    KafkaTopics(KafkaClient client) {
        this.client = client;
        settings = client.settings();
    }

    /** Creates missing topics; other processes may do the same. */
    void make() {
        String retention = Long.toString(settings.retention().toMillis());
        Set<String> existing = existing();
        List<NewTopic> missing = Stream.concat(
                        Stream.of(Event.Stream.values())
                                .map(stream -> topic(name(stream), settings.partitions(), retention)),
                        Stream.of(topic(deadLetters(), DEAD_LETTER_PARTITIONS, FOREVER)))
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
        missing.forEach(this::make);
        awaitAll(missing.stream().map(NewTopic::name).toList());
    }

    private Set<String> existing() {
        return client.ask(admin -> admin.listTopics().names());
    }

    /** A topic exists when the controller says so; the brokers learn of it a moment later, and deny it until then. */
    private void awaitAll(List<String> made) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!existing().containsAll(made)) {
            if (System.nanoTime() - giveUp > 0) {
                throw new UnavailableException(client.guard().dependency(), null);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private NewTopic topic(String name, int partitions, String retention) {
        return new NewTopic(name, Optional.of(partitions), Optional.of((short) settings.replicas()))
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, retention));
    }

    private void make(NewTopic topic) {
        try {
            client.ask(admin -> admin.createTopics(List.of(topic)).all());
        } catch (TopicExistsException _) {
            // Another process was faster, or this one did not receive the response to an earlier attempt.
        }
    }

    String name(Event.Stream stream) {
        return settings.prefix() + "." + stream.text();
    }

    List<String> names(Collection<Event.Stream> streams) {
        return streams.stream().map(this::name).toList();
    }

    String deadLetters() {
        return settings.prefix() + ".dead-letters";
    }

    /** Kafka's name of a group. */
    String group(String name) {
        return settings.prefix() + "." + name;
    }

    /** The current partitions of these topics. */
    List<TopicPartition> partitions(Collection<String> topics) {
        return client.ask((Admin admin) -> admin.describeTopics(topics).allTopicNames()).entrySet().stream()
                .flatMap(topic -> IntStream.range(
                                0, topic.getValue().partitions().size())
                        .mapToObj(partition -> new TopicPartition(topic.getKey(), partition)))
                .toList();
    }
}
