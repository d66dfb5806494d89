package social.roost.trendsjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.app.Config;
import social.roost.base.Snowflake;
import social.roost.base.config.LoadedConfig;
import social.roost.driver.flink.FlinkCluster;
import social.roost.driver.kafka.KafkaClient;
import social.roost.trend.LocationTrends;
import social.roost.trend.Observation;
import social.roost.trend.ObservationCodec;
import social.roost.trend.TopicalTweet;
import social.roost.trend.TrendTable;
import social.roost.trend.TrendTable.Section;
import social.roost.trend.TrendTable.Step;
import social.roost.trend.TrendsCodec;
import social.roost.trend.kafka.TrendTopics;

/**
 * The table of trends through Kafka and one job in Flink. Its sections follow one another, each so much later that the
 * job has forgotten what was before.
 *
 * <p>Not all of the table applies. The job has one beginning, so sections that say from when on tweets are known are left
 * out, and its time is that of observations, so those with a clock that steps back are, too. A row without a tick before
 * it is left out: the job lists trends when minutes end. The detector drops tweets of the next hour, but the job keeps
 * them until then, because one partition may be hours ahead of another. A restart does nothing here; {@link TrendsJobStackTest} kills
 * servers.
 */
@Tag("stack")
@DisplayName("The table of trends, in Flink (issue 21, F4)")
@Timeout(180)
class TrendTableStackTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long MINUTE = 60_000;
    private static final int LIMIT = 10;
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");

    /** That of the watermark behind the latest observation. */
    private static final int DISORDER = 3_000;

    /** For tweets of the future, which would move the time of their partition; the slowest partition's counts. */
    private static final int AHEAD = 0;

    private static final int NORMAL = 1;

    private static final String FUTURE = "Tweets from the future";

    private final LoadedConfig<Config> config = FlinkStack.config(Map.of(
            "kafka.prefix", "trend-table-" + Long.toString(System.nanoTime(), 36),
            "kafka.partitions", "2",
            "redis.prefix", "trend-table:"));
    private final KafkaClient kafka =
            new KafkaClient(config.value().kafka(), config.value().calls());
    private final List<ProducerRecord<String, String>> unsent = new ArrayList<>();
    private final Map<String, List<String>> found = new HashMap<>();
    private final SoftAssertions soft = new SoftAssertions();
    private long free = BEGIN.toEpochMilli();
    private long ended;
    private int rows;

    @Test
    void theTrendsAreThoseOfTheTable() {
        TrendTopics.make(kafka);
        FlinkCluster flink = new FlinkCluster(config.value().flink());
        String id = start(flink);
        try (KafkaConsumer<String, String> results = kafka.reader()) {
            results.assign(
                    List.of(new TopicPartition(TrendTopics.trends(config.value().kafka()), 0)));
            List<Run> runs = TrendTable.sections().stream()
                    .filter(Section::isPastKnown)
                    .filter(section -> !section.name().equals(FUTURE))
                    .map(Run::new)
                    .filter(Run::hasSteadyClock)
                    .toList();
            for (Run run : runs) {
                run.send(results);
            }
            flush();
            await(results, runs.getLast().lastTick());
            runs.forEach(Run::check);
            soft.assertAll();
            assertThat(rows).isGreaterThanOrEqualTo(80);
        } finally {
            flink.job("roost-trends").filter(job -> job.id().equals(id)).ifPresent(flink::cancel);
            flink.close();
            kafka.close();
        }
    }

    private String start(FlinkCluster flink) {
        List<String> arguments = new ArrayList<>(config.flags("kafka", "redis", "calls"));
        arguments.addAll(List.of("--job.since=1970-01-01T00:00:00Z", "--job.idle=1h", "--job.limit=" + LIMIT));
        return flink.run(TrendsJobStackTest.JAR, arguments, "");
    }

    /** A section at its place in time. */
    private final class Run {
        private final Section section;

        /** Whole days, so that the time of day stays. */
        private final long shift;

        Run(Section section) {
            this.section = section;
            shift = Math.ceilDiv(free - section.startMillis(), DAY) * DAY;
            free = lastTick() + 9 * DAY;
        }

        boolean hasSteadyClock() {
            long last = 0;
            for (Step step : section.steps()) {
                if (step instanceof Step.Tick(long millis)) {
                    if (millis < last) {
                        return false;
                    }
                    last = millis;
                }
            }
            return true;
        }

        private long lastTick() {
            return section.steps().stream()
                            .filter(Step.Tick.class::isInstance)
                            .mapToLong(step -> ((Step.Tick) step).millis())
                            .max()
                            .orElseThrow()
                    + shift;
        }

        void send(KafkaConsumer<String, String> results) {
            long now = section.startMillis() + shift;
            boolean late = false;
            clock(now);
            for (Step step : section.steps()) {
                switch (step) {
                    case Step.Tick(long millis) -> {
                        now = millis + shift;
                        clock(now);
                    }
                    case Step.Post(TopicalTweet tweet) -> {
                        long at = Snowflake.millis(tweet.id()) + shift;
                        late |= at < now;
                        if (late) {
                            // Otherwise, Flink might read them before it ends the minute to which they come too late.
                            flush();
                            await(results, now);
                        }
                        add(at >= now + MINUTE ? AHEAD : NORMAL, new Observation.Tweeted(shifted(tweet, at)));
                    }
                    case Step.Suspend(long author) -> add(NORMAL, new Observation.Suspended(author, now));
                    case Step.Restart _, Step.Check _ -> {}
                }
            }
        }

        private TopicalTweet shifted(TopicalTweet tweet, long at) {
            long number = tweet.id() - Snowflake.lowestAt(at - shift);
            return new TopicalTweet(
                    Snowflake.lowestAt(at) + number,
                    tweet.author(),
                    tweet.young(),
                    tweet.text(),
                    tweet.location(),
                    tweet.topics());
        }

        void check() {
            long now = 0;
            for (Step step : section.steps()) {
                switch (step) {
                    case Step.Tick(long millis) -> now = millis + shift;
                    case Step.Check check -> {
                        if (now > 0) {
                            rows++;
                            soft.assertThat(found.getOrDefault(key(check.location(), now), List.of()))
                                    .as("line %d: %s", check.line(), section.name())
                                    .isEqualTo(check.expected());
                        }
                    }
                    case Step.Post _, Step.Suspend _ -> now = 0;
                    case Step.Restart _ -> {}
                }
            }
        }
    }

    private static String key(String location, long atMillis) {
        return location + "@" + atMillis;
    }

    private void clock(long atMillis) {
        Observation clock = new Observation.Clock(atMillis + DISORDER + 1);
        add(AHEAD, clock);
        add(NORMAL, clock);
    }

    private void add(int partition, Observation observation) {
        unsent.add(new ProducerRecord<>(
                TrendTopics.observations(config.value().kafka()),
                partition,
                null,
                ObservationCodec.encode(observation)));
    }

    private void flush() {
        if (!unsent.isEmpty()) {
            kafka.append(unsent);
            unsent.clear();
        }
    }

    /** Until the minute has ended that ends at this time. */
    private void await(KafkaConsumer<String, String> results, long atMillis) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (ended < atMillis) {
            assertThat(System.nanoTime() - end)
                    .as("in vain; the time is %s", ended)
                    .isNegative();
            for (ConsumerRecord<String, String> record : results.poll(Duration.ofMillis(100))) {
                LocationTrends trends = TrendsCodec.decode(record.value());
                if (trends.location().isEmpty()) {
                    ended = trends.atMillis();
                }
                if (!trends.trends().isEmpty()) {
                    found.put(
                            key(trends.location(), trends.atMillis()),
                            trends.trends().stream()
                                    .map(trend -> trend.topic().key())
                                    .toList());
                }
            }
        }
    }
}
