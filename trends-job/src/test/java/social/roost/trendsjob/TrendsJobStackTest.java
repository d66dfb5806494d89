package social.roost.trendsjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import social.roost.app.Config;
import social.roost.app.TrendsJob.Origin;
import social.roost.app.TrendsJob.Program;
import social.roost.base.config.LoadedConfig;
import social.roost.driver.flink.FlinkCluster;
import social.roost.driver.kafka.KafkaClient;
import social.roost.driver.redis.Redis;
import social.roost.trend.LocationTrends;
import social.roost.trend.Observation;
import social.roost.trend.ObservationCodec;
import social.roost.trend.TrendsCodec;
import social.roost.trend.kafka.TrendTopics;
import social.roost.trend.redis.RedisTrends;

/** The job in a Flink of its own, with Kafka and Redis: whatever dies meanwhile, it finds what the detector finds. */
@Tag("stack")
class TrendsJobStackTest {
    static final Path JAR = Path.of(System.getProperty("roost.test.trends-job", "target/roost-trends-job.jar"));
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int CLOCK = 10_000;

    /** In the middle of the rise. */
    private static final long HALF = Traffic.BEGIN + (Traffic.RISE + 6L) * Traffic.MINUTE + 30_000;

    private static final long END = Traffic.BEGIN + (long) Traffic.MINUTES * Traffic.MINUTE;

    private final List<Observation> traffic = Traffic.generate(1);
    private final Map<String, String> expected = Traffic.trendsOf(traffic);
    private final Map<String, String> found = new TreeMap<>();

    private LoadedConfig<Config> config = FlinkStack.config(Map.of());
    private KafkaClient kafka =
            new KafkaClient(config.value().kafka(), config.value().calls());
    private KafkaConsumer<String, String> results = kafka.reader();
    private FlinkCluster flink = new FlinkCluster(config.value().flink());

    @BeforeEach
    void connect() {
        disconnect();
        String prefix = "trends-job-" + Long.toString(System.nanoTime(), 36);
        config = FlinkStack.config(new HashMap<>(Map.of(
                "kafka.prefix",
                prefix,
                "kafka.partitions",
                Integer.toString(PARTITIONS),
                "redis.prefix",
                prefix + ":")));
        kafka = new KafkaClient(config.value().kafka(), config.value().calls());
        TrendTopics.make(kafka);
        results = kafka.reader();
        results.assign(
                List.of(new TopicPartition(TrendTopics.trends(config.value().kafka()), 0)));
        flink = new FlinkCluster(config.value().flink());
    }

    @AfterEach
    void end() {
        flink.job("roost-trends").filter(FlinkCluster.Job::isActive).ifPresent(flink::cancel);
        await(() -> flink.job("roost-trends").filter(FlinkCluster.Job::isActive).isEmpty());
        disconnect();
    }

    private void disconnect() {
        results.close();
        kafka.close();
        flink.close();
    }

    @Test
    void aSilentPartitionDoesNotHoldUpTheOthers() {
        String _ = run("", "10s");
        long begin = System.nanoTime();
        List<ProducerRecord<String, String>> records = new ArrayList<>();
        traffic.forEach(observation -> records.add(record(0, observation)));
        records.add(record(0, new Observation.Clock(END + 10_000)));
        kafka.append(records);
        awaitTrends();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        LocationTrends newest = read(" after minute " + (Traffic.MINUTES - 1));
        try (Redis redis = new Redis(config.value().redis(), config.value().calls())) {
            RedisTrends board = new RedisTrends(redis, InstantSource.fixed(Instant.ofEpochMilli(END)));
            await(() -> board.version() != 0 && board.trends("", Traffic.LIMIT).equals(newest.trends()));
        }
    }

    @Test
    void theDeathOfATaskManagerChangesNothing() throws Exception {
        String id = run("", "1h");
        send(Long.MIN_VALUE, HALF);
        awaitCheckpointInTheRise();
        FlinkStack.kill("flink-taskmanager");
        send(HALF, END);
        FlinkStack.start("flink-taskmanager");
        awaitTrends();

        FlinkCluster.Job job = flink.job("roost-trends").orElseThrow();
        assertThat(job.id()).isEqualTo(id);
        assertThat(flink.progress(job).restored()).isPositive();
    }

    @Test
    void theDeathOfTheJobManagerChangesNothing() throws Exception {
        String _ = run("", "1h");
        send(Long.MIN_VALUE, HALF);
        awaitCheckpointInTheRise();
        FlinkStack.kill("flink-jobmanager");
        send(HALF, END);
        FlinkStack.start("flink-jobmanager");
        long begin = System.nanoTime();
        assertThat(commands().start(program(), new Origin("", false, null))).contains("runs, from file:");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
        awaitTrends();
    }

    @Test
    @EnabledIfSystemProperty(named = "roost.test.long", matches = "true")
    void theDeathOfKafkaChangesNothing() throws Exception {
        String _ = run("", "1h");
        send(Long.MIN_VALUE, HALF);
        awaitCheckpointInTheRise();
        FlinkStack.kill("kafka");
        FlinkStack.start("kafka");
        // This client still waits for the Kafka that died.
        kafka.close();
        kafka = new KafkaClient(config.value().kafka(), config.value().calls());
        send(HALF, END);
        awaitTrends();
    }

    @Test
    void anUpgradeContinues() {
        String _ = run("", "1h");
        send(Long.MIN_VALUE, HALF);
        awaitCheckpointInTheRise();
        assertThat(commands().upgrade(program())).contains("runs, from file:");
        send(HALF, END);
        awaitTrends();

        assertThat(commands().status()).contains("state: RUNNING");
        assertThat(commands().start(program(), new Origin("", false, null))).contains("already");
        assertThat(commands().stop()).contains("is stopped. Its state is in file:");
        assertThat(commands().status()).contains("state: FINISHED");
        assertThat(commands().stop()).isEqualTo("The job does not run.");
    }

    /** Those of {@code roost admin trends-job}. */
    private social.roost.app.TrendsJob commands() {
        return new social.roost.app.TrendsJob(config);
    }

    private static Program program() {
        return new Program(JAR, 2);
    }

    private String run(String from, String idle) {
        List<String> arguments = new ArrayList<>(config.flags("kafka", "redis", "calls"));
        arguments.add("--job.idle=" + idle);
        arguments.add("--job.checkpoints=1s");
        arguments.add("--job.since=1970-01-01T00:00:00Z");
        arguments.add("--job.parallelism=2");
        String id = flink.run(JAR, arguments, from);
        await(() -> flink.job("roost-trends")
                .filter(job -> job.id().equals(id) && job.isWorking())
                .isPresent());
        return id;
    }

    /** Sends the observations from one time until before another, and clocks to all partitions. */
    private void send(long from, long until) {
        List<ProducerRecord<String, String>> records = new ArrayList<>();
        long clock = Math.max(from, Traffic.BEGIN);
        for (Observation observation : traffic) {
            if (observation.atMillis() >= from && observation.atMillis() < until) {
                while (clock + CLOCK <= observation.atMillis()) {
                    clock += CLOCK;
                    addClocks(records, clock);
                }
                int author = (int)
                        switch (observation) {
                            case Observation.Tweeted tweeted -> tweeted.tweet().author();
                            case Observation.Suspended suspended -> suspended.author();
                            case Observation.Clock _ -> 0;
                        };
                records.add(record(author % PARTITIONS, observation));
            }
        }
        if (until == END) {
            addClocks(records, END + CLOCK);
        }
        kafka.append(records);
    }

    private void addClocks(List<ProducerRecord<String, String>> records, long atMillis) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            records.add(record(partition, new Observation.Clock(atMillis)));
        }
    }

    private ProducerRecord<String, String> record(int partition, Observation observation) {
        return new ProducerRecord<>(
                TrendTopics.observations(config.value().kafka()),
                partition,
                null,
                ObservationCodec.encode(observation));
    }

    /** A trend was found, and a checkpoint was completed after that. */
    private void awaitCheckpointInTheRise() {
        await(() -> {
            readResults();
            return found.containsKey("DE after minute " + (Traffic.RISE + 5));
        });
        long now = System.currentTimeMillis();
        await(() -> flink.progress(flink.job("roost-trends").orElseThrow()).checkpointMillis() > now);
    }

    private void awaitTrends() {
        await(() -> {
            readResults();
            return found.keySet().containsAll(expected.keySet());
        });
        assertThat(found).isEqualTo(expected);
        assertThat(found.values()).anyMatch(trends -> trends.contains("\"#storm\""));
        assertThat(found.values()).anyMatch(trends -> trends.contains("\"#spam\""));
        assertThat(found.get(" after minute " + (Traffic.MINUTES - 1))).doesNotContain("\"#spam\"");
    }

    private void readResults() {
        for (ConsumerRecord<String, String> result : results.poll(Duration.ofMillis(100))) {
            LocationTrends trends = TrendsCodec.decode(result.value());
            assertThat(result.key()).isEqualTo(trends.location());
            String before = found.put(Traffic.key(trends), result.value());
            assertThat(before == null ? result.value() : before)
                    .as("written again")
                    .isEqualTo(result.value());
        }
    }

    private LocationTrends read(String key) {
        String trends = found.get(key);
        assertThat(trends).as(key).isNotNull();
        return TrendsCodec.decode(String.valueOf(trends));
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                assertThat(found).isEqualTo(expected);
                throw new AssertionError("Waited in vain for " + PATIENCE);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError("Interrupted", e);
            }
        }
    }
}
