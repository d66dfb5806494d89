package social.roost.search.opensearch;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import social.roost.search.IndexedTweet;
import social.roost.search.Relevance;
import social.roost.search.WordTerms;
import social.roost.search.text.Token;

/**
 * A tweet as a document, and the index for such documents. Texts are analyzed here and not by OpenSearch: the text of a
 * document is its terms, with a space between positions and a mark between the terms of a position.
 */
final class TweetJson {
    static final String ID = "id";
    static final String TEXT = "text";
    static final String ATTRIBUTES = "attributes";
    static final String LIKES = "likes";

    /** The factor of the engagement, see {@link Relevance}. */
    static final String WEIGHT = "weight";

    private static final String MARK = "\u0003";

    /** At a position without a word. */
    private static final String EMPTY = "\u0004";

    private static final int LONGEST_TEXT = 100_000;

    private TweetJson() {}

    static Map<String, Object> document(IndexedTweet tweet) {
        return Map.of(
                ID, tweet.id(),
                TEXT, text(tweet.tokens()),
                ATTRIBUTES, tweet.attributes(),
                LIKES, tweet.popularity().likes(),
                WEIGHT, Relevance.engagement(tweet.popularity().engagement()));
    }

    private static String text(List<Token> tokens) {
        Map<Integer, String> positions = tokens.stream()
                .collect(Collectors.groupingBy(
                        Token::position,
                        Collectors.flatMapping(
                                token -> WordTerms.of(token.word()).stream(), Collectors.joining(MARK))));
        int last = tokens.isEmpty() ? -1 : tokens.getLast().position();
        return IntStream.rangeClosed(0, last)
                .mapToObj(position -> positions.getOrDefault(position, EMPTY))
                .collect(Collectors.joining(" "));
    }

    /** The body of a request that creates an index. */
    static Map<String, Object> index(int shards, int replicas, String alias) {
        return Map.of(
                "aliases", Map.of(alias, Map.of()),
                "settings", Map.of("index", settings(shards, replicas), "analysis", analysis()),
                "mappings", Map.of("dynamic", "strict", "_source", Map.of("enabled", false), "properties", fields()));
    }

    private static Map<String, Object> settings(int shards, int replicas) {
        return Map.of(
                "number_of_shards", shards,
                "number_of_replicas", replicas,
                "sort.field", ID,
                "sort.order", "desc");
    }

    private static Map<String, Object> analysis() {
        return Map.of(
                "tokenizer", Map.of("positions", Map.of("type", "whitespace", "max_token_length", LONGEST_TEXT)),
                "filter",
                        Map.of(
                                "terms",
                                Map.of(
                                        "type",
                                        "pattern_capture",
                                        "preserve_original",
                                        false,
                                        "patterns",
                                        List.of("([^" + MARK + "]+)"))),
                "analyzer",
                        Map.of(
                                "terms",
                                Map.of("type", "custom", "tokenizer", "positions", "filter", List.of("terms"))));
    }

    private static Map<String, Object> fields() {
        return Map.of(
                ID, Map.of("type", "long"),
                TEXT, Map.of("type", "text", "analyzer", "terms", "norms", false),
                ATTRIBUTES, Map.of("type", "keyword", "doc_values", false),
                LIKES, Map.of("type", "byte"),
                WEIGHT, Map.of("type", "double", "index", false));
    }
}
