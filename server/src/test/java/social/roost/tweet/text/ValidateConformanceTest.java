package social.roost.tweet.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.twitter.twittertext.Regex;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import social.roost.base.WebAddress;
import social.roost.tweet.text.ConformanceVectors.Check;
import social.roost.tweet.text.ConformanceVectors.Vector;

/**
 * The lengths and validities that twitter-text's own vectors expect, if the files exist, by configuration version 3.
 */
class ValidateConformanceTest {
    private static final String VERSION_3 = "WeightedTweetsWithDiscountedEmojiCounterTest";

    /** Version 1 limited a tweet to 140; these two are longer and, in version 3, below 280. */
    private static final Set<String> TOO_LONG_IN_VERSION_1_ONLY =
            Set.of("Invalid Tweet: 141 characters", "Invalid Tweet: 141 characters (due to newline)");

    private final ConformanceVectors vectors = ConformanceVectors.read("validate.yml");

    /** Version 2 counted every part of a joined emoji: if version 3 restates a text of version 2, version 3 counts. */
    private final Map<String, JsonNode> expectedByVersion3 =
            vectors.vectors(VERSION_3).collect(Collectors.toMap(Vector::text, Vector::expected));

    @TestFactory
    Stream<DynamicNode> validate() {
        Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("tweets", this::tweet);
        checks.put("usernames", this::username);
        checks.put("lists", this::list);
        checks.put("hashtags", this::hashtag);
        checks.put("urls", this::url);
        checks.put("urls_without_protocol", this::urlWithoutProtocol);
        checks.put("WeightedTweetsCounterTest", this::weight);
        checks.put(VERSION_3, this::weight);
        checks.put("UnicodeDirectionalMarkerCounterTest", this::weight);
        return vectors.tests(checks);
    }

    private void tweet(Vector vector) {
        ParsedText parsed = TweetText.parse(vector.text());
        if (TOO_LONG_IN_VERSION_1_ONLY.contains(vector.description())) {
            assertThat(parsed.weightedLength()).isBetween(141, TweetText.MAX_WEIGHTED_LENGTH);
            assertThat(parsed.isValid()).isTrue();
        } else {
            assertThat(parsed.isValid()).isEqualTo(vector.expected().asBoolean());
        }
    }

    private void username(Vector vector) {
        List<String> usernames = TweetText.parse(vector.text()).entities().mentions().stream()
                .map(Entities.Mention::username)
                .toList();
        assertThat(usernames.equals(List.of(vector.text().substring(1))))
                .isEqualTo(vector.expected().asBoolean());
    }

    /** Roost has no lists, but the library's expression for them is tested with the vectors too. */
    private void list(Vector vector) {
        var list = Regex.VALID_MENTION_OR_LIST.matcher(vector.text());
        assertThat(list.matches()
                        && list.start(Regex.VALID_MENTION_OR_LIST_GROUP_AT) == 0
                        && list.start(Regex.VALID_MENTION_OR_LIST_GROUP_LIST) > 0)
                .isEqualTo(vector.expected().asBoolean());
    }

    private void hashtag(Vector vector) {
        List<String> tags = TweetText.parse(vector.text()).entities().hashtags().stream()
                .map(Entities.Hashtag::tag)
                .toList();
        assertThat(tags.equals(List.of(vector.text().substring(1))))
                .isEqualTo(vector.expected().asBoolean());
    }

    private void url(Vector vector) {
        assertThat(WebAddress.isValid(vector.text()))
                .isEqualTo(vector.expected().asBoolean());
    }

    private void urlWithoutProtocol(Vector vector) {
        List<String> urls = TweetText.parse(vector.text()).entities().urls().stream()
                .map(Entities.Url::url)
                .toList();
        assertThat(urls.equals(List.of(vector.text())))
                .isEqualTo(vector.expected().asBoolean());
    }

    private void weight(Vector vector) {
        JsonNode expected = expectedByVersion3.getOrDefault(vector.text(), vector.expected());
        int weightedLength = weightedLength(vector.text());
        assertThat(weightedLength).isEqualTo(expected.get("weightedLength").asInt());
        assertThat(weightedLength * 1000 / TweetText.MAX_WEIGHTED_LENGTH)
                .isEqualTo(expected.get("permillage").asInt());
        assertThat(TweetText.parse(vector.text()).isValid())
                .isEqualTo(expected.get("valid").asBoolean());
    }

    /** Below the limits of {@link TweetText}: one vector is 12,000 characters long, another contains invalid ones. */
    private static int weightedLength(String text) {
        BoundedText content = new BoundedText(Normalizer.normalize(text, Normalizer.Form.NFC), Integer.MAX_VALUE);
        return WeightedLength.of(content, UrlSearch.find(content));
    }
}
