package social.roost.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import social.roost.base.Snowflake;

/** What every {@link TrendBoard} promises. */
public abstract class TrendBoardContract {
    private static final long MINUTE = 60_000;

    /** What the board takes for the present, in milliseconds since 1970. */
    protected long now = Instant.parse("2026-03-04T12:00:00Z").toEpochMilli();

    /** The board; with the same stores at each call. */
    protected abstract TrendBoard board();

    /** Lets the detection behind the board take these tweets, then the end of a minute at {@link #now}. */
    protected abstract void endMinute(List<TopicalTweet> tweets);

    @Test
    protected void listsTheHighestScoreFirst() {
        rise(Stream.of(tweets("small", 8, ""), tweets("large", 20, ""), tweets("middle", 12, ""))
                .flatMap(all -> all));

        assertThat(topics("", 10)).containsExactly("#large", "#middle", "#small");
        assertThat(topics("", 2)).containsExactly("#large", "#middle");
    }

    @Test
    protected void aCountryHasItsOwnTrends() {
        rise(tweets("unwetter", 8, "DE"));

        assertThat(topics("DE", 10)).containsExactly("#unwetter");
        assertThat(topics("", 10)).containsExactly("#unwetter");
        assertThat(topics("FR", 10)).isEmpty();
    }

    @Test
    protected void theVersionChangesWithTheList() {
        rise(tweets("storm", 8, ""));
        long before = board().version();
        assertThat(board().version()).isEqualTo(before);

        rise(tweets("flood", 20, ""));
        assertThat(board().version()).isNotEqualTo(before);
        assertThat(topics("", 10)).containsExactly("#flood", "#storm");
    }

    @Test
    protected void oldTrendsAreNotShown() {
        rise(tweets("storm", 8, ""));

        now += TrendBoard.SHOWN.toMillis() - 1;
        assertThat(topics("", 10)).containsExactly("#storm");
        now++;
        assertThat(topics("", 10)).isEmpty();
    }

    @Test
    protected void knowsWhetherTrendsAreDetected() {
        rise(tweets("storm", 8, ""));
        long _ = board().version();

        assertThat(board().isDetecting()).isTrue();
    }

    private void rise(Stream<TopicalTweet> tweets) {
        now += MINUTE;
        endMinute(tweets.toList());
        long _ = board().version();
    }

    private Stream<TopicalTweet> tweets(String tag, int authors, String location) {
        return LongStream.rangeClosed(1, authors)
                .mapToObj(author -> new TopicalTweet(
                        Snowflake.lowestAt(now) + author, author, false, 0, location, List.of(Topic.hashtag(tag))));
    }

    private List<String> topics(String location, int limit) {
        return board().trends(location, limit).stream()
                .map(trend -> trend.topic().key())
                .toList();
    }
}
