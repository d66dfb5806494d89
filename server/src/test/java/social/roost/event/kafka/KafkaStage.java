package social.roost.event.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import social.roost.driver.CallSettings;
import social.roost.driver.StackServers;
import social.roost.driver.kafka.KafkaClient;
import social.roost.driver.kafka.KafkaSettings;

/** The Kafka of the tests, with topics of one test that it deletes. */
public final class KafkaStage implements AutoCloseable {
    private static final CallSettings CALLS = new CallSettings(
            Duration.ofSeconds(10), 3, Duration.ofMillis(50), 64, Duration.ofSeconds(5), 50, Duration.ofSeconds(1));

    private final KafkaSettings settings = settings(Map.of("kafka.prefix", "test-" + UUID.randomUUID()));

    /** Those of the shared Kafka and of tests, except some. */
    static KafkaSettings settings(Map<String, String> others) {
        Map<String, String> all =
                new HashMap<>(Map.of("kafka.partitions", "4", "kafka.retention", "1h", "kafka.silence", "6s"));
        all.putAll(others);
        return StackServers.read(all).kafka();
    }

    public KafkaClient client() {
        return new KafkaClient(settings, CALLS);
    }

    String prefix() {
        return settings.prefix();
    }

    @Override
    public void close() {
        try (KafkaClient client = client()) {
            List<String> topics = client.ask((Admin admin) -> admin.listTopics().names()).stream()
                    .filter(topic -> topic.startsWith(settings.prefix()))
                    .toList();
            client.ask(admin -> admin.deleteTopics(topics).all());
        }
    }
}
