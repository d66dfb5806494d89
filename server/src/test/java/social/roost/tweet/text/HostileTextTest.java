package social.roost.tweet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that make an expression backtrack or recurse. */
class HostileTextTest {

    /** A start, a part to repeat, and an end. */
    record Shape(String start, String part, String end) {
        String ofLength(int units) {
            int times = (units - start.length() - end.length()) / part.length();
            return start + part.repeat(times) + end;
        }
    }

    static Stream<Shape> shapes() {
        Stream<Shape> alone = Stream.of(
                        "a.",
                        "é.",
                        "é.com-",
                        "a.com-.",
                        " .",
                        "1.",
                        "/a.co",
                        "é-_.",
                        "é..",
                        "http://a.",
                        "a.co ",
                        "#a",
                        "@a",
                        "@",
                        "@a ",
                        "RT@",
                        "$a ",
                        "🇫",
                        "👨\u200D",
                        "👨\u200D👩\u200D👧\u200D👦",
                        "1\uFE0F",
                        "\uFB2C",
                        "(")
                .map(part -> new Shape("", part, ""));
        Stream<Shape> ended =
                Stream.of("é", "a-", "é-", "é_", "xn--", "http://あ", "日本").map(part -> new Shape("", part, "."));
        Stream<Shape> hosts = Stream.of("a", "é", "あ", "あ.", "a.", "é.", "a-", "xn--", "a@")
                .map(part -> new Shape("http://", part, ".com-"));
        Stream<Shape> paths = Stream.of(
                        "(", "(a)", "(a", "(a(b)", "(a(b)c)!", ".", ",", "@a/", "@!", "a", "a/", ".a", "é)")
                .map(part -> new Shape("http://a.com/", part, ""));
        Stream<Shape> queries = Stream.of("!", "a!", "a").map(part -> new Shape("http://a.com/?", part, ""));
        Stream<Shape> others = Stream.of(
                new Shape("#", "1", ""),
                new Shape("#", "あ", "#"),
                new Shape("https://t.co/", "a", ""),
                new Shape("https://t.co/a?", "!", ""),
                new Shape("🏴", "\uDB40\uDC67", ""));
        return Stream.of(alone, ended, hosts, paths, queries, others).flatMap(it -> it);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void longestTextIsReadInTime(Shape shape) {
        String text = shape.ofLength(TweetText.MAX_UNITS);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> TweetText.parse(text));
    }

    /** On a virtual thread, like those that serve requests. */
    @ParameterizedTest
    @MethodSource("shapes")
    void anyLengthIsReadOnAServingThread(Shape shape) throws InterruptedException {
        for (int units = 64; units <= TweetText.MAX_UNITS; units *= 2) {
            String text = shape.ofLength(units);
            List<ParsedText> parsed = new CopyOnWriteArrayList<>();
            Thread.ofVirtual().start(() -> parsed.add(TweetText.parse(text))).join();
            assertThat(parsed).hasSize(1);
        }
    }

    /** The budget must not reject words that a person would post. */
    @ParameterizedTest
    @MethodSource("shapes")
    void textThatFitsIsNotTooCostly(Shape shape) {
        String word = Normalizer.normalize(shape.ofLength(96), Normalizer.Form.NFC);
        BoundedText text = new BoundedText(word, TweetText.MAX_LOOKS);
        List<Span> urls = UrlSearch.find(text);
        WeightedLength.of(text, urls);
        EntitySearch.find(text, urls);
        assertThat(text.looksLeft()).isPositive();
    }

    /** SECURITY 16. */
    @ParameterizedTest
    @ValueSource(strings = {"#", "\uFF03", "#.", "# "})
    void aRunOfSignsCostsNoSearch(String part) {
        BoundedText text = new BoundedText(part.repeat(TweetText.MAX_UNITS / part.length()), TweetText.MAX_LOOKS);
        assertThat(EntitySearch.find(text, List.of()).hashtags()).isEmpty();
        assertThat(text.looksLeft()).isEqualTo(TweetText.MAX_LOOKS);
    }

    @Test
    void aLongAddressIsReadWhole() {
        String address = "https://example.com/" + "a.b-c_d/".repeat(500) + "?token=" + "x".repeat(60);
        ParsedText parsed = TweetText.parse(address);
        assertThat(parsed.weightedLength()).isEqualTo(23);
        assertThat(parsed.entities().urls()).containsExactly(new Entities.Url(0, address.length(), address));
    }
}
