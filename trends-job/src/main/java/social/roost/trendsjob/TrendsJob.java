package social.roost.trendsjob;

import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import social.roost.driver.kafka.ClientProperties;
import social.roost.driver.kafka.KafkaClient;
import social.roost.driver.kafka.KafkaSettings;
import social.roost.trend.Observation;
import social.roost.trend.kafka.TrendTopics;

/**
 * Reads observations from Kafka and writes the trends of each location and minute to Kafka and Redis.
 *
 * <p>Time is that of the observations, so a job that fails and continues from a checkpoint finds the same trends. It
 * writes those since the checkpoint again. Only the spelling of a topic may differ, if none has a majority.
 */
public final class TrendsJob {
    private static final String NAME = "roost-trends";

    /** How far a partition may be ahead of others while the job catches up: what is ahead waits in the state. */
    private static final Duration MOST_AHEAD = Duration.ofMinutes(5);

    private final String[] arguments;
    private final TrendsJobSettings settings;

    private TrendsJob(String[] arguments) {
        this.arguments = arguments;
        settings = TrendsJobSettings.of(arguments);
    }

    /**
     * Starts the job in the Flink that calls this.
     *
     * @param arguments settings as {@code --KEY=VALUE}
     */
    public static void main(String[] arguments) throws Exception {
        new TrendsJob(arguments).run();
    }

    private void run() throws Exception {
        int partitions;
        Instant since;
        try (KafkaClient kafka = new KafkaClient(settings.kafka(), settings.calls())) {
            TrendTopics.make(kafka);
            partitions = TrendTopics.partitions(kafka);
            since = settings.job().since().isEmpty()
                    ? TrendTopics.oldest(kafka).orElseGet(Instant::now)
                    : Instant.parse(settings.job().since());
        }
        Configuration configuration = new Configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, Integer.MAX_VALUE);
        // Another one would copy the whole state of a location for each tweet.
        configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(Math.min(settings.job().parallelism(), partitions));
        environment.enableCheckpointing(settings.job().checkpoints().toMillis());
        environment
                .getCheckpointConfig()
                .setExternalizedCheckpointRetention(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        write(trends(
                observations(environment), since.toEpochMilli(), settings.job().limit()));
        var _ = environment.execute(NAME);
    }

    private DataStream<Observation> observations(StreamExecutionEnvironment environment) {
        KafkaSettings kafka = settings.kafka();
        KafkaSource<Observation> source = KafkaSource.<Observation>builder()
                .setProperties(connection())
                .setTopics(TrendTopics.observations(kafka))
                .setGroupId(kafka.prefix() + ".trends-job")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(new ObservationSchema())
                .build();
        WatermarkStrategy<Observation> time = WatermarkStrategy.<Observation>forBoundedOutOfOrderness(
                        settings.job().disorder())
                .withTimestampAssigner((observation, _) -> observation.atMillis())
                .withIdleness(settings.job().idle())
                .withWatermarkAlignment("observations", MOST_AHEAD);
        return environment
                .fromSource(source, time, "observations", new ObservationType())
                .uid("observations");
    }

    /** The trends of each location and minute, as JSON. */
    static DataStream<String> trends(DataStream<Observation> observations, long sinceMillis, int limit) {
        return observations
                .flatMap(new ToLocations())
                .returns(Types.TUPLE(Types.STRING, new ObservationType()))
                .uid("to-locations")
                .keyBy(routed -> routed.f0, Types.STRING)
                .process(new LocationFunction(sinceMillis, limit), Types.STRING)
                .name("trends")
                .uid("trends");
    }

    private void write(DataStream<String> trends) {
        KafkaSink<String> kafka = KafkaSink.<String>builder()
                .setKafkaProducerConfig(connection())
                .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
                        .setTopic(TrendTopics.trends(settings.kafka()))
                        .setKeySerializationSchema(new LocationSchema())
                        .setValueSerializationSchema(new SimpleStringSchema())
                        .build())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .build();
        var _ = trends.sinkTo(kafka).name("kafka").uid("kafka");
        var _ = trends.sinkTo(new RedisSink(arguments)).name("redis").uid("redis");
    }

    private Properties connection() {
        return new ClientProperties(settings.kafka(), settings.calls().deadline()).connection();
    }
}
