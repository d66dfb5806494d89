package social.roost.tweet.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TwitterTextConfiguration;
import com.twitter.twittertext.TwitterTextEmojiRegex;
import com.twitter.twittertext.TwitterTextParser;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares our counting and searching with the library, which is the reference. */
class LikeTwitterTextTest {
    private static final List<String> PIECES = List.of(
            "a",
            "word",
            "日本",
            "é",
            "#",
            "＃",
            "@",
            "＠",
            "$",
            "tag",
            "TWTR",
            "alice",
            "bob_1",
            "/",
            "/list",
            ".",
            "..",
            "com",
            "example.com",
            "t.co/abc",
            "t.co/abc?x=1",
            "http://",
            "https://",
            "xn--ls8h.la",
            "foo.jp",
            "みんな",
            "?q=1",
            "&",
            "#frag",
            "(x)",
            "-",
            "_",
            ":",
            ":80",
            "!",
            ",",
            " ",
            " ",
            "\n",
            "\u3000",
            "\u200D",
            "\u200E",
            "\u202A",
            "\uD840\uDC00",
            "RT",
            "RT:",
            "1",
            "1\uFE0F\u20E3",
            "#\uFE0F\u20E3",
            "😀",
            "👨\u200D👩\u200D👧",
            "🙋🏽",
            "🇫🇷",
            "☺",
            "☺\uFE0F",
            "©",
            "’",
            "…",
            "〰",
            "㊗",
            "\u0301");

    private final Extractor extractor = new Extractor();

    @Test
    void randomTextsWeighAndMeanTheSame() {
        Random random = new Random(280);
        for (int round = 0; round < 12_000; round++) {
            String text = random.ints(1 + random.nextInt(12), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            ParsedText parsed = TweetText.parse(text);
            if (parsed.problem() != TextProblem.EMPTY) {
                assertThat(parsed.weightedLength())
                        .as(text)
                        .isEqualTo(TwitterTextParser.parseTweet(text).weightedLength);
                assertThat(spans(parsed.entities())).as(text).isEqualTo(expectedSpans(parsed.content()));
            }
        }
    }

    @Test
    void everyEmojiIsTriedWhereItMakesADifference() {
        List<String> emoji = IntStream.rangeClosed(1, 0x1FFFF)
                .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
                .mapToObj(Character::toString)
                .flatMap(start ->
                        Stream.of("", "\uFE0F", "\uFE0F\u20E3", "\u20E3").map(start::concat))
                .filter(LikeTwitterTextTest::isDiscounted)
                .toList();
        assertThat(emoji).hasSizeGreaterThan(400);
        assertThat(emoji.stream().filter(text -> !WeightedLength.mayStartEmoji(text, 0)))
                .isEmpty();
    }

    private static boolean isDiscounted(String text) {
        Matcher emoji = TwitterTextEmojiRegex.VALID_EMOJI_PATTERN.matcher(text);
        return emoji.lookingAt()
                && emoji.group().codePoints().map(WeightedLength::of).sum() != WeightedLength.HEAVY;
    }

    @Test
    void everyCharacterWeighsWhatVersion3Says() {
        TwitterTextConfiguration configuration = TwitterTextParser.TWITTER_TEXT_DEFAULT_CONFIG;
        assertThat(configuration.getVersion()).isEqualTo(3);
        assertThat(configuration.getMaxWeightedTweetLength()).isEqualTo(TweetText.MAX_WEIGHTED_LENGTH);
        assertThat(configuration.getTransformedURLLength()).isEqualTo(WeightedLength.URL);
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(codePoint -> WeightedLength.of(codePoint) * configuration.getScale()
                                != weight(configuration, codePoint)))
                .isEmpty();
    }

    private static int weight(TwitterTextConfiguration configuration, int codePoint) {
        return configuration.getRanges().stream()
                .filter(range -> range.getRange().isInRange(codePoint))
                .mapToInt(TwitterTextConfiguration.TwitterTextWeightedRange::getWeight)
                .findFirst()
                .orElse(configuration.getDefaultWeight());
    }

    private List<String> expectedSpans(String content) {
        List<Extractor.Entity> entities = extractor.extractEntitiesWithIndices(content);
        extractor.modifyIndicesFromUTF16ToUnicode(content, entities);
        return entities.stream()
                .filter(entity -> entity.getListSlug() == null)
                .map(entity -> span(entity.getType().name(), entity.getStart(), entity.getEnd(), entity.getValue()))
                .sorted()
                .toList();
    }

    private static List<String> spans(Entities entities) {
        return Stream.of(
                        entities.mentions().stream().map(it -> span("MENTION", it.start(), it.end(), it.username())),
                        entities.hashtags().stream().map(it -> span("HASHTAG", it.start(), it.end(), it.tag())),
                        entities.cashtags().stream().map(it -> span("CASHTAG", it.start(), it.end(), it.tag())),
                        entities.urls().stream().map(it -> span("URL", it.start(), it.end(), it.url())))
                .flatMap(it -> it)
                .sorted()
                .toList();
    }

    private static String span(String kind, int start, int end, String value) {
        return kind + " " + start + "-" + end + " " + value;
    }
}
