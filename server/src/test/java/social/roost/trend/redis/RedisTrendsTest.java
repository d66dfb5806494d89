package social.roost.trend.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.driver.redis.RedisStage;
import social.roost.trend.LocationTrends;
import social.roost.trend.Topic;
import social.roost.trend.TopicalTweet;
import social.roost.trend.Trend;
import social.roost.trend.TrendBoard;
import social.roost.trend.TrendBoardContract;
import social.roost.trend.TrendDetector;

@Tag("stack")
class RedisTrendsTest extends TrendBoardContract {
    private static final int MINUTE = 60_000;
    private static final int LIMIT = 50;

    private final RedisStage servers = new RedisStage();
    private final RedisTrends trends = new RedisTrends(servers.open(), () -> Instant.ofEpochMilli(now));
    private final TrendDetector detector = new TrendDetector(0);

    @AfterEach
    void close() {
        servers.close();
    }

    @Override
    protected TrendBoard board() {
        return trends;
    }

    /** As the job does it. */
    @Override
    protected void endMinute(List<TopicalTweet> tweets) {
        tweets.forEach(tweet -> {
            boolean _ = detector.accept(tweet);
        });
        now += MINUTE;
        detector.tick(now);
        for (String location : List.of("", "DE")) {
            trends.write(new LocationTrends(location, now, detector.trends(location, LIMIT)));
        }
    }

    @Test
    void withoutAJobNothingIsDetected() {
        assertThat(trends.version()).isZero();
        assertThat(trends.isDetecting()).isFalse();
        assertThat(trends.trends("", LIMIT)).isEmpty();
    }

    @Test
    void olderTrendsThatAreWrittenAgainAreNotTheNewest() {
        trends.write(some(now - MINUTE, 3));
        trends.write(some(now, 4));
        trends.write(some(now - MINUTE, 3));

        assertThat(trends.trends("", LIMIT)).isEqualTo(some(now, 4).trends());
    }

    @Test
    void writingAgainReplaces() {
        trends.write(some(now, 3, 2));
        trends.write(some(now, 1));
        assertThat(trends.trends("", LIMIT)).isEqualTo(some(now, 1).trends());
    }

    private static LocationTrends some(long atMillis, double... scores) {
        List<Trend> list = IntStream.range(0, scores.length)
                .mapToObj(i -> new Trend(Topic.hashtag("Tag" + i), scores[i], 7, atMillis, 9, List.of(1, 2)))
                .toList();
        return new LocationTrends("", atMillis, list);
    }
}
