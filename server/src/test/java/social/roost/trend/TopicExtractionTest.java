package social.roost.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.roost.tweet.text.ParsedText;
import social.roost.tweet.text.TweetText;

class TopicExtractionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#Rain in Spain | #rain, spain",
                "Mike Johnson speaks | mike, mike johnson, mike johnson speaks, johnson, johnson speaks, speaks",
                "The end of the match | match",
                "one two cat dog | cat dog",
                "Mike @johnson speaks https://example.com/news here | mike, speaks",
                "Hello. World | hello, world",
                "state-of-the-art design | state, art design, design",
                "well-known fact | known, known fact, fact",
                "2026 12345 | ''",
                "covid 2026 | covid, covid 2026",
                "Don’t worry | worry",
                "ＴＯＫＹＯ Straße | tokyo, tokyo strasse, strasse",
                "café cafés | café, café cafés, cafés",
                "猫 | ''",
                "東京 | 東京",
                "東京駅 | 東京, 東京駅, 京駅",
                "です | ''",
                "🎉 party 🎉 time | party",
                "$TWTR rises | rises",
                "#a_b #१२३ #日本語タグ。 | #a_b, #日本語タグ",
                "#Twice and #twice | #twice",
            })
    void topicsAreHashtagsAndPhrases(String text, String expected) {
        assertThat(String.join(
                        ", ", extract(text).topics().stream().map(Topic::key).toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Buy it @alice https://a.example/1, Buy it @bob https://a.example/2",
        "WIN 100 now!, win 200 now",
        "@a #win, @b #WIN",
    })
    void textsOfMachinesAreEqual(String one, String other) {
        assertThat(extract(one).text()).isEqualTo(extract(other).text());
    }

    @Test
    void otherTextsAreNot() {
        assertThat(List.of("a b", "b a", "a", "#a", "#b", "a #b").stream()
                        .map(text -> extract(text).text())
                        .distinct())
                .hasSize(6);
        assertThat(extract("").text()).isNotZero();
    }

    @Test
    void aFormIsAsItIsWritten() {
        assertThat(extract("Mike  JOHNSON").topics())
                .contains(new Topic("mike johnson", "Mike  JOHNSON"))
                .allSatisfy(topic -> assertThat(topic.kind()).isEqualTo(Topic.Kind.PHRASE));
        assertThat(extract("#Mike").topics()).containsExactly(new Topic("#mike", "Mike"));
    }

    @Test
    void thereAreNotTooManyTopics() {
        assertThat(extract("東西南北".repeat(60)).topics()).hasSizeLessThanOrEqualTo(TopicExtraction.MOST_TOPICS);
    }

    private static TopicExtraction.Extract extract(String text) {
        ParsedText parsed = TweetText.parse(text);
        return TopicExtraction.extract(parsed.content(), parsed.entities());
    }
}
