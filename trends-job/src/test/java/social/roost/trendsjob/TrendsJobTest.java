package social.roost.trendsjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import social.roost.trend.LocationTrends;
import social.roost.trend.Observation;
import social.roost.trend.TrendsCodec;

/** The steps between Kafka and Kafka, in a Flink of this process. */
class TrendsJobTest {
    private static final int MOST = 100_000;

    @Test
    void findsWhatTheDetectorFindsForEachLocation() throws Exception {
        List<Observation> traffic = Traffic.generate(3);
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setParallelism(2);
        DataStream<Observation> observations = environment
                .fromData(traffic, new ObservationType())
                .assignTimestampsAndWatermarks(WatermarkStrategy.<Observation>forMonotonousTimestamps()
                        .withTimestampAssigner((observation, _) -> observation.atMillis()));
        Map<String, String> found = new TreeMap<>();
        for (String json : TrendsJob.trends(observations, 0, Traffic.LIMIT).executeAndCollect(MOST)) {
            LocationTrends trends = TrendsCodec.decode(json);
            if (trends.atMillis() <= Traffic.BEGIN + (long) Traffic.MINUTES * Traffic.MINUTE) {
                found.put(Traffic.key(trends), json);
            }
        }

        assertThat(found).isEqualTo(Traffic.trendsOf(traffic)).isNotEmpty();
    }

    @Test
    void anArgumentIsAKeyAndAValue() {
        assertThatThrownBy(() -> TrendsJobSettings.of("--job.limit")).hasMessageContaining("--KEY=VALUE");
        assertThatThrownBy(() -> TrendsJobSettings.of("--job.limits=1")).hasMessageContaining("job.limits");
    }
}
