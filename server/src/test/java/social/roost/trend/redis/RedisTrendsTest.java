package social.roost.trend.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.base.config.ConfigLoader;
import social.roost.driver.CallSettings;
import social.roost.driver.StackServers;
import social.roost.driver.redis.Redis;
import social.roost.trend.LocationTrends;
import social.roost.trend.Topic;
import social.roost.trend.Trend;

@Tag("stack")
class RedisTrendsTest {
    private static final long AT = 1_790_000_040_000L;
    private static final int MINUTE = 60_000;

    private final Redis redis = new Redis(
            StackServers.read(Map.of("redis.prefix", "trends-" + System.nanoTime() + ":"))
                    .redis(),
            ConfigLoader.defaults(CallSettings.class));
    private final RedisTrends trends = new RedisTrends(redis);

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void returnsTheNewestTrendsOfALocationHighestFirst() {
        trends.write(some("", AT, 3, 2, 2, 1));
        trends.write(some("DE", AT, 5));
        trends.write(some("DE", AT + MINUTE, 6));

        assertThat(trends.newest("")).contains(some("", AT, 3, 2, 2, 1));
        assertThat(trends.newest("DE")).contains(some("DE", AT + MINUTE, 6));
        assertThat(trends.newest("FR")).isEmpty();
    }

    @Test
    void olderTrendsThatAreWrittenAgainAreNotTheNewest() {
        trends.write(some("", AT, 3));
        trends.write(some("", AT + MINUTE, 4));
        trends.write(some("", AT, 3));

        assertThat(trends.newest("")).contains(some("", AT + MINUTE, 4));
    }

    @Test
    void writingAgainReplaces() {
        trends.write(some("", AT, 3, 2));
        trends.write(some("", AT, 1));
        assertThat(trends.newest("")).contains(some("", AT, 1));

        trends.write(some("", AT));
        assertThat(trends.newest("")).contains(some("", AT));
    }

    private static LocationTrends some(String location, long atMillis, double... scores) {
        List<Trend> list = new ArrayList<>();
        for (double score : scores) {
            list.add(new Trend(Topic.hashtag("Tag" + list.size()), score, 7, AT, 9, List.of(1, 2)));
        }
        return new LocationTrends(location, atMillis, list);
    }
}
