package social.roost.trend.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.driver.kafka.KafkaClient;
import social.roost.event.kafka.KafkaStage;
import social.roost.trend.Observation;
import social.roost.trend.ObservationCodec;
import social.roost.trend.ObservationLog;
import social.roost.trend.ObservationLogContract;
import social.roost.trend.TrendDetector;

@Tag("stack")
class KafkaObservationsTest extends ObservationLogContract {
    private static final int PARTITIONS = 4;

    private final KafkaStage stage = new KafkaStage();
    private final KafkaClient client = stage.client();
    private final KafkaObservations observations = new KafkaObservations(client);

    @AfterEach
    void close() {
        client.close();
        stage.close();
    }

    @Override
    protected ObservationLog log() {
        return observations;
    }

    /** As the job does it: the time is that of the slowest partition. */
    @Override
    protected List<String> detected() {
        TrendDetector detector = new TrendDetector(0);
        Map<Integer, Long> times = new TreeMap<>();
        for (ConsumerRecord<String, String> record : records()) {
            switch (ObservationCodec.decode(record.value())) {
                case Observation.Tweeted tweeted -> {
                    boolean _ = detector.accept(tweeted.tweet());
                }
                case Observation.Suspended suspended -> detector.remove(suspended.author());
                case Observation.Clock clock -> times.put(record.partition(), clock.atMillis());
            }
        }
        if (times.size() == PARTITIONS) {
            detector.tick(times.values().stream().min(Long::compare).orElseThrow());
        }
        return detector.trends("", 10).stream()
                .map(trend -> trend.topic().key())
                .toList();
    }

    @Test
    void thoseOfAnAuthorAreInOnePartition() {
        observations.append(new Observation.Suspended(7, END));
        observations.append(new Observation.Suspended(8, END));
        observations.append(new Observation.Suspended(7, END + 1));

        assertThat(records().stream().filter(record -> record.key().equals("7")))
                .hasSize(2)
                .extracting(ConsumerRecord::partition)
                .containsOnly(records().stream()
                        .filter(record -> record.key().equals("7"))
                        .findFirst()
                        .orElseThrow()
                        .partition());
    }

    private List<ConsumerRecord<String, String>> records() {
        try (KafkaConsumer<String, String> reader = client.reader()) {
            List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(TrendTopics.observations(client.settings()), partition))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            long all = reader.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (records.size() < all) {
                reader.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
