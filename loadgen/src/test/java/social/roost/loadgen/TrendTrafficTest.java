package social.roost.loadgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrendTrafficTest {
    private final TrendTraffic traffic = new TrendTraffic(1);

    @Test
    void theSameSeedGivesTheSameTweets() {
        long minute = TrendTraffic.LAST_DAY + 600;
        assertThat(new TrendTraffic(1).minute(minute)).isEqualTo(traffic.minute(minute));
        assertThat(new TrendTraffic(2).minute(minute)).isNotEqualTo(traffic.minute(minute));
    }

    @Test
    void theLastDayHasRisesAndSpam() {
        assertThat(traffic.rises()).hasSize(40);
        assertThat(traffic.spam()).hasSize(20);
        PlantedRise rise = traffic.rises().getFirst();
        assertThat(tweetsOf(rise.names().getFirst(), rise.start() + rise.ascent()))
                .isGreaterThan(2 * (int) rise.peak());
        assertThat(tweetsOf(rise.names().getFirst(), rise.start() - TrendTraffic.DAY))
                .isZero();
    }

    @Test
    void topicsWithADailyCycleComeBackEveryDay() {
        DailyTopic show = new DailyTopic("#show", 100, 60, 20);
        for (int day = 0; day < 5; day++) {
            long middle = TrendTraffic.FIRST_MINUTE + (long) day * TrendTraffic.DAY + 130;
            assertThat(show.rate(middle, 1)).isBetween(12.0, 26.0);
            assertThat(show.rate(middle + 300, 1)).isZero();
        }
    }

    @Test
    void tweetsAreInTheOrderOfTheirTimes() {
        List<TrendTraffic.Tweet> tweets = traffic.minute(TrendTraffic.FIRST_MINUTE);
        assertThat(tweets)
                .isSortedAccordingTo((one, other) -> Long.compare(one.atMillis(), other.atMillis()))
                .allSatisfy(tweet -> assertThat(tweet.atMillis() / 60_000).isEqualTo(TrendTraffic.FIRST_MINUTE));
    }

    /** In five minutes. */
    private int tweetsOf(String topic, long from) {
        return (int) LongStream.range(from, from + 5)
                .boxed()
                .flatMap(minute -> traffic.minute(minute).stream())
                .filter(tweet -> tweet.topics().contains(topic))
                .count();
    }
}
