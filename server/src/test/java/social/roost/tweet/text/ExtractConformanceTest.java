package social.roost.tweet.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.twitter.twittertext.Extractor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import social.roost.tweet.text.ConformanceVectors.Check;
import social.roost.tweet.text.ConformanceVectors.Vector;

/** The entities that twitter-text's own vectors expect, if the files exist. */
class ExtractConformanceTest {

    /** What the vectors say about an entity, whatever its kind. */
    private record Expected(int start, int end, String value) {}

    @TestFactory
    Stream<DynamicNode> extract() {
        Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("mentions", values(this::mentions));
        checks.put("mentions_with_indices", indices("screen_name", this::mentions));
        checks.put("mentions_or_lists_with_indices", this::mentionsOrLists);
        checks.put("replies", this::reply);
        checks.put("urls", values(this::urls));
        checks.put("urls_with_indices", indices("url", this::urls));
        checks.put("urls_with_directional_markers", indices("url", this::urls));
        checks.put("tco_urls_with_params", values(this::urls));
        checks.put("hashtags", values(this::hashtags));
        checks.put("hashtags_from_astral", values(this::hashtags));
        checks.put("hashtags_with_indices", indices("hashtag", this::hashtags));
        checks.put("cashtags", values(this::cashtags));
        checks.put("cashtags_with_indices", indices("cashtag", this::cashtags));
        return ConformanceVectors.read("extract.yml").tests(checks);
    }

    @TestFactory
    Stream<DynamicNode> topLevelDomains() {
        return ConformanceVectors.read("tlds.yml")
                .tests(Map.of("country", values(this::urls), "generic", values(this::urls)));
    }

    private Check values(Function<String, List<Expected>> search) {
        return vector -> assertThat(search.apply(vector.text()).stream()
                        .map(Expected::value)
                        .toList())
                .isEqualTo(elements(vector).map(JsonNode::asText).toList());
    }

    private Check indices(String valueName, Function<String, List<Expected>> search) {
        return vector -> assertThat(search.apply(vector.text()))
                .isEqualTo(
                        elements(vector).map(node -> expected(node, valueName)).toList());
    }

    /**
     * Roost has no lists, so {@code @alice/cats} is not a mention; the test checks that twitter-text recognizes it as a
     * list.
     */
    private void mentionsOrLists(Vector vector) {
        assertThat(mentions(vector.text()))
                .isEqualTo(elements(vector)
                        .filter(node -> node.get("list_slug").asText().isEmpty())
                        .map(node -> expected(node, "screen_name"))
                        .toList());
        assertThat(new Extractor()
                        .extractMentionsOrListsWithIndices(vector.text()).stream()
                                .map(entity -> new Expected(entity.getStart(), entity.getEnd(), entity.getValue()))
                                .toList())
                .isEqualTo(elements(vector)
                        .map(node -> expected(node, "screen_name"))
                        .toList());
    }

    /** A reply in the old sense: only white space before the first mention. */
    private void reply(Vector vector) {
        String replyTo = mentions(vector.text()).stream()
                .limit(1)
                .filter(mention -> vector.text().substring(0, mention.start()).isBlank())
                .map(Expected::value)
                .findFirst()
                .orElse("");
        assertThat(replyTo).isEqualTo(vector.expected().asText(""));
    }

    private List<Expected> mentions(String text) {
        return entities(text).mentions().stream()
                .map(mention -> new Expected(mention.start(), mention.end(), mention.username()))
                .toList();
    }

    private List<Expected> hashtags(String text) {
        return entities(text).hashtags().stream()
                .map(hashtag -> new Expected(hashtag.start(), hashtag.end(), hashtag.tag()))
                .toList();
    }

    private List<Expected> cashtags(String text) {
        return entities(text).cashtags().stream()
                .map(cashtag -> new Expected(cashtag.start(), cashtag.end(), cashtag.tag()))
                .toList();
    }

    private List<Expected> urls(String text) {
        return entities(text).urls().stream()
                .map(url -> new Expected(url.start(), url.end(), url.url()))
                .toList();
    }

    private static Entities entities(String text) {
        return TweetText.parse(text).entities();
    }

    private static Stream<JsonNode> elements(Vector vector) {
        return StreamSupport.stream(vector.expected().spliterator(), false);
    }

    private static Expected expected(JsonNode node, String valueName) {
        JsonNode indices = node.get("indices");
        return new Expected(
                indices.get(0).asInt(),
                indices.get(1).asInt(),
                node.get(valueName).asText());
    }
}
