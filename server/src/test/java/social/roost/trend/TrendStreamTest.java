package social.roost.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import social.roost.base.Snowflake;

class TrendStreamTest {
    private static final long START = 1_772_625_600_000L;
    private static final int MINUTE = 60_000;
    private static final TrendLimits LIMITS = new TrendLimits(1_000, 20_000, 50);

    private final Random random = new Random(1);
    private int tweets;

    @Test
    void aStreamThatIsReadBehavesLikeTheOneThatWasWritten() throws IOException {
        TrendStream stream = new TrendStream(LIMITS, START);
        run(stream, stream, 0, 200);
        stream.remove(3);
        byte[] written = bytes(stream);
        TrendStream read = read(written);
        assertThat(bytes(read)).hasSameSizeAs(written);
        run(stream, read, 200, 400);
        assertThat(read.trends(100)).isEqualTo(stream.trends(100)).isNotEmpty();
        assertThat(read.ignored()).isEqualTo(stream.ignored()).isPositive();
    }

    /** Both streams receive the same; more topics and authors than the limits allow. */
    private void run(TrendStream one, TrendStream other, int from, int to) {
        for (int minute = from; minute < to; minute++) {
            for (TopicalTweet tweet : minute(minute)) {
                boolean counted = one.accept(tweet);
                if (one != other) {
                    assertThat(other.accept(tweet)).isEqualTo(counted);
                }
            }
            one.tick(START + (minute + 1L) * MINUTE);
            other.tick(START + (minute + 1L) * MINUTE);
            assertThat(other.trends(100)).isEqualTo(one.trends(100));
        }
    }

    private List<TopicalTweet> minute(int minute) {
        List<TopicalTweet> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(tweet(minute - random.nextInt(7), random.nextInt(5_000), topic(random.nextInt(3_000))));
        }
        for (int i = 0; i < 40 && minute % 50 > 40; i++) {
            all.add(tweet(minute, random.nextInt(5_000), topic(10_000 + minute / 50)));
        }
        return all;
    }

    @Test
    void theOrderWithinAMinuteDoesNotMatter() {
        TrendStream one = new TrendStream(TrendLimits.LOCATION, 0);
        TrendStream other = new TrendStream(TrendLimits.LOCATION, 0);
        for (int minute = 0; minute < 120; minute++) {
            List<TopicalTweet> ordered = minute(minute);
            List<TopicalTweet> shuffled = new ArrayList<>(ordered);
            Collections.shuffle(shuffled, random);
            ordered.forEach(tweet -> assertThat(one.accept(tweet)).isIn(true, false));
            shuffled.forEach(tweet -> assertThat(other.accept(tweet)).isIn(true, false));
            one.tick(START + (minute + 1L) * MINUTE);
            other.tick(START + (minute + 1L) * MINUTE);
            assertThat(other.trends(100)).isEqualTo(one.trends(100));
        }
        assertThat(one.trends(1)).isNotEmpty();
    }

    @Test
    void anotherVersionIsRejected() throws IOException {
        byte[] written = bytes(new TrendStream(LIMITS, 0));
        written[0]++;
        assertThatThrownBy(() -> read(written)).isInstanceOf(IOException.class).hasMessageContaining("version");
    }

    @Test
    void topicsAndAuthorsAreLimitedAndTopicsWithSeveralAuthorsRemain() {
        TopicTable table = new TopicTable(LIMITS);
        for (int i = 0; i < 10; i++) {
            table.add(tweet(0, i, topic(0)));
        }
        for (int i = 0; i < 50_000; i++) {
            table.add(tweet(0, i, topic(1 + i)));
        }
        assertThat(table.topics()).hasSize(1_000).anySatisfy(topic -> {
            assertThat(topic.key()).isEqualTo("#topic0");
            assertThat(topic.authors().size()).isEqualTo(10);
        });
        assertThat(table.authors())
                .isEqualTo(table.topics().stream()
                        .mapToLong(topic -> topic.authors().size())
                        .sum());
        for (int i = 0; i < 100_000; i++) {
            table.add(tweet(0, i, topic(i % 20)));
            assertThat(table.authors()).isLessThanOrEqualTo(20_001);
        }
    }

    @Test
    void thePastStoresTheTopicsWithTheMostAuthors() {
        Past past = new Past(50);
        List<Past.Entry> entries = IntStream.range(0, 200)
                .mapToObj(i -> new Past.Entry(i, 1_000 - i))
                .toList();
        for (int slot = 0; slot < 12; slot++) {
            past.add(1_000_004 + slot * 5L, entries);
        }
        assertThat(past.lastHour(3, 1_000_064, 0)).isEqualTo(997);
        // Those that were left out had at most as many as this one.
        assertThat(past.lastHour(199, 1_000_064, 0)).isEqualTo(950);
    }

    @Test
    void aTrendTellsItsAuthorsItsTweetAndItsLastHours() {
        TrendStream stream = new TrendStream(LIMITS, 0);
        for (int minute = 0; minute < 10; minute++) {
            for (int i = 0; i < 4 + minute; i++) {
                assertThat(stream.accept(tweet(minute, 100 * minute + i, Topic.hashtag("Roost"))))
                        .isTrue();
            }
            stream.tick(START + (minute + 1L) * MINUTE);
        }
        Trend trend = stream.trends(10).getFirst();
        assertThat(trend.topic()).isEqualTo(new Topic("#roost", "Roost"));
        // One minute later, what is expected has risen more.
        assertThat(trend.authors()).isEqualTo(8 + 9 + 10 + 11 + 12);
        assertThat(trend.sinceMillis()).isEqualTo(START + 2 * MINUTE);
        assertThat(trend.sampleTweetId()).isPositive();
        assertThat(trend.recent())
                .hasSize(24)
                .endsWith(0, 4 + 5 + 6 + 7 + 8, 9 + 10 + 11 + 12 + 13, 9 + 10 + 11 + 12 + 13);
    }

    private static Topic topic(int number) {
        return Topic.hashtag("topic" + number);
    }

    private TopicalTweet tweet(int minute, long author, Topic topic) {
        tweets++;
        long id = Snowflake.lowestAt(START + (long) minute * MINUTE) + tweets;
        return new TopicalTweet(id, author, false, tweets, "", List.of(topic));
    }

    private static byte[] bytes(TrendStream stream) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        stream.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static TrendStream read(byte[] bytes) throws IOException {
        return TrendStream.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
