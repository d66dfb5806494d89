package social.roost.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.Snowflake;

class ObservationCodecTest {
    private static final long AT = 1_790_000_000_000L;
    private static final long ID = Snowflake.lowestAt(AT);

    static List<Observation> observations() {
        return List.of(
                new Observation.Tweeted(new TopicalTweet(ID, 2, false, 0, "", List.of())),
                new Observation.Tweeted(new TopicalTweet(
                        Long.MAX_VALUE,
                        Long.MAX_VALUE,
                        true,
                        -1,
                        "DE",
                        List.of(Topic.hashtag("Größe"), Topic.phrase("red \"bicycle\" \\ 🚲")))),
                new Observation.Suspended(2, AT),
                new Observation.Clock(AT));
    }

    @ParameterizedTest
    @MethodSource("observations")
    void readsWhatItWrote(Observation observation) {
        assertThat(ObservationCodec.decode(ObservationCodec.encode(observation)))
                .isEqualTo(observation);
    }

    @Test
    void theFormIsThatOfTheDocumentation() {
        Observation tweet =
                new Observation.Tweeted(new TopicalTweet(1, 2, true, 3, "DE", List.of(Topic.hashtag("Cats"))));

        assertThat(ObservationCodec.encode(tweet))
                .isEqualTo("{\"type\":\"tweet\",\"id\":\"1\",\"author\":\"2\",\"young\":true,\"text\":3,"
                        + "\"location\":\"DE\",\"topics\":[[\"#cats\",\"Cats\"]]}");
        assertThat(ObservationCodec.encode(new Observation.Suspended(2, AT)))
                .isEqualTo("{\"type\":\"suspension\",\"author\":\"2\",\"at\":1790000000000}");
        assertThat(ObservationCodec.encode(new Observation.Clock(AT)))
                .isEqualTo("{\"type\":\"clock\",\"at\":1790000000000}");
    }

    @Test
    void unknownMembersAreIgnored() {
        assertThat(ObservationCodec.decode("{\"type\":\"clock\",\"at\":5,\"zone\":\"UTC\"}"))
                .isEqualTo(new Observation.Clock(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "null",
                "[]",
                "{}",
                "{\"type\":\"like\"}",
                "{\"type\":\"clock\"}",
                "{\"type\":\"clock\",\"at\":\"5\"}",
                "{\"type\":\"clock\",\"at\":-1}",
                "{\"type\":\"tweet\",\"id\":\"x\",\"author\":\"1\"}",
                "{\"type\":\"suspension\",\"at\":5}"
            })
    void whatIsNoObservationIsRejected(String text) {
        assertThatThrownBy(() -> ObservationCodec.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTimeOfATweetIsThatOfItsId() {
        assertThat(new Observation.Tweeted(new TopicalTweet(ID, 2, false, 0, "", List.of())).atMillis())
                .isEqualTo(AT);
    }

    @Test
    void trendsAreReadAsTheyWereWritten() {
        Trend trend = new Trend(Topic.hashtag("Cats"), 1.0 / 3, 7, AT, ID, List.of(0, 3, 12));
        LocationTrends trends = new LocationTrends("DE", AT, List.of(trend));

        assertThat(TrendsCodec.decode(TrendsCodec.encode(trends))).isEqualTo(trends);
        assertThat(TrendsCodec.decodeTrend(TrendsCodec.encode(trend))).isEqualTo(trend);
        assertThatThrownBy(() -> TrendsCodec.decode("{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrendsCodec.decodeTrend("{}")).isInstanceOf(IllegalArgumentException.class);
    }
}
