package social.roost.trend.kafka;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import social.roost.driver.kafka.KafkaClient;
import social.roost.trend.Observation;
import social.roost.trend.ObservationCodec;
import social.roost.trend.ObservationLog;

/**
 * Appends observations to the topic that the job reads. The key is the author, as it is that of a tweet's event: with as
 * many partitions as the event log has, each partition has the order of one of the log. A clock is written to all
 * partitions, because a silent one would hold up the time of the job.
 */
public final class KafkaObservations implements ObservationLog {
    private final KafkaClient client;
    private final String topic;

    /** 0 until the topic exists. Partitions that are added later have no clock; the job does not wait for them. */
    private volatile int partitions;

    public KafkaObservations(KafkaClient client) {
        this.client = client;
        topic = TrendTopics.observations(client.settings());
    }

    @Override
    public void append(Observation observation) {
        ensureTopic();
        String json = ObservationCodec.encode(observation);
        client.append(
                switch (observation) {
                    case Observation.Tweeted(var tweet) -> List.of(ofAuthor(tweet.author(), json));
                    case Observation.Suspended suspended -> List.of(ofAuthor(suspended.author(), json));
                    case Observation.Clock _ ->
                        IntStream.range(0, partitions)
                                .mapToObj(partition -> record(partition, null, json))
                                .toList();
                });
    }

    private ProducerRecord<String, String> ofAuthor(long author, String json) {
        return record(null, Long.toString(author), json);
    }

    private ProducerRecord<String, String> record(@Nullable Integer partition, @Nullable String key, String json) {
        return new ProducerRecord<>(topic, partition, key, json);
    }

    private void ensureTopic() {
        if (partitions == 0) {
            TrendTopics.make(client);
            partitions = TrendTopics.partitions(client);
        }
    }
}
