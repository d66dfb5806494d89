package social.roost.event.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.driver.kafka.KafkaClient;
import social.roost.event.DeadLetterStore;
import social.roost.event.EventCodec;
import social.roost.event.EventLog.DeadLetter;
import social.roost.event.LoggedEvent;

/**
 * The dead letters of all groups, in a topic: the key is the group, the value {@code
 * {"topic":"roost.tweets","partition":3,"offset":"42","event":"{...}","attempts":6,"error":"..."}}.
 */
final class KafkaDeadLetters {
    private static final Logger log = LoggerFactory.getLogger(KafkaDeadLetters.class);
    private static final Duration LONGEST_READ = Duration.ofSeconds(10);
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final String SETTLED = "settled";

    private final KafkaClient client;
    private final KafkaTopics topics;
    private final KafkaOffsets offsets;
    private final JsonMapper mapper = new JsonMapper();
    private final EventCodec codec = new EventCodec();

    KafkaDeadLetters(KafkaClient client, KafkaTopics topics, KafkaOffsets offsets) {
        this.client = client;
        this.topics = topics;
        this.offsets = offsets;
    }

    /** The store for the events of one partition. */
    DeadLetterStore of(TopicPartition partition) {
        return (group, event, attempts, error) -> {
            String letter = encode(partition, event, attempts, error);
            client.append(List.of(new ProducerRecord<>(topics.deadLetters(), group, letter)));
        };
    }

    private String encode(TopicPartition partition, LoggedEvent event, int attempts, String error) {
        ObjectNode letter = mapper.createObjectNode();
        letter.put("topic", partition.topic());
        letter.put("partition", partition.partition());
        letter.put("offset", Long.toString(event.offset()));
        letter.put("event", event.payload());
        letter.put("attempts", attempts);
        letter.put("error", error);
        return letter.toString();
    }

    /** A record cannot be removed from the topic, so another record after it marks it as settled. */
    void settle(String group, DeadLetter letter) {
        ObjectNode mark = mapper.createObjectNode().put(SETTLED, Long.toString(letter.number()));
        client.append(List.of(new ProducerRecord<>(topics.deadLetters(), group, mark.toString())));
    }

    /** Reads the topic, so it must not be called often; returns what it has found after some seconds. */
    List<DeadLetter> read(String group, int limit) {
        Map<TopicPartition, Long> ends = offsets.ends(topics.partitions(List.of(topics.deadLetters())));
        Letters letters = new Letters();
        try (KafkaConsumer<String, String> reader = client.reader()) {
            reader.assign(ends.keySet());
            reader.seekToBeginning(ends.keySet());
            long deadline = System.nanoTime() + LONGEST_READ.toNanos();
            while (System.nanoTime() - deadline < 0 && isBefore(reader, ends)) {
                for (ConsumerRecord<String, String> record : reader.poll(WAIT)) {
                    if (group.equals(record.key())) {
                        letters.add(record);
                    }
                }
            }
        }
        return letters.open().limit(limit).toList();
    }

    private static boolean isBefore(KafkaConsumer<?, ?> reader, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue());
    }

    /** The letters of one group by number, which is the offset of the record; the key keeps them in one partition. */
    private final class Letters {
        private final Map<Long, DeadLetter> byNumber = new LinkedHashMap<>();
        private final Set<String> places = new HashSet<>();

        Stream<DeadLetter> open() {
            return byNumber.values().stream();
        }

        void add(ConsumerRecord<String, String> record) {
            try {
                JsonNode letter = mapper.readTree(record.value());
                if (letter.has(SETTLED)) {
                    byNumber.remove(letter.path(SETTLED).asLong());
                } else if (places.add(place(letter))) {
                    byNumber.put(record.offset(), letter(record.offset(), letter));
                }
            } catch (JsonProcessingException e) {
                log.warn("The dead letter at offset {} is malformed", record.offset(), e);
            }
        }

        /** The event's location: it may have been stored twice. */
        private String place(JsonNode letter) {
            return letter.path("topic").asText() + "/"
                    + letter.path("partition").asInt() + "/"
                    + letter.path("offset").asLong();
        }

        private DeadLetter letter(long number, JsonNode letter) {
            LoggedEvent event = LoggedEvent.decode(
                    letter.path("offset").asLong(), 0, letter.path("event").asText(), codec);
            return new DeadLetter(
                    number,
                    event.event(),
                    letter.path("attempts").asInt(),
                    letter.path("error").asText());
        }
    }
}
