package social.roost.tweet.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Texts with their weights and entities, which the web client's tests read too ({@code textVectors.test.ts}): there the
 * results are those of twitter-text for JavaScript. So composer and server agree on what fits (CASES E-4).
 */
final class TextVectorsTest {

    /** Offsets count code points, {@code end} exclusive. */
    private record Entity(String kind, int start, int end, String value) {}

    private record Answer(int weight, List<Entity> entities) {}

    private final ObjectMapper json = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> chosen() {
        JsonNode vectors = read("/text/chosen.json", json::readTree);
        return StreamSupport.stream(vectors.spliterator(), false)
                .map(vector -> DynamicTest.dynamicTest(vector.get("about").asText(), () -> {
                    assertThat(answer(vector)).isEqualTo(expected(vector));
                    assertThat(TweetText.parse(vector.get("text").asText()).isValid())
                            .isEqualTo(vector.get("weight").asInt() <= TweetText.MAX_WEIGHTED_LENGTH);
                }));
    }

    @Test
    void generated() {
        List<JsonNode> vectors = read(
                "/text/generated.jsonl",
                file -> json.readerFor(JsonNode.class)
                        .<JsonNode>readValues(file)
                        .readAll());
        int compared = 0;
        for (JsonNode vector : vectors) {
            // What the server rejects without parsing has no result, such as a text of joiners alone.
            if (TweetText.parse(vector.get("text").asText()).weightedLength() > 0) {
                assertThat(answer(vector)).as(vector.toString()).isEqualTo(expected(vector));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    private static Answer answer(JsonNode vector) {
        ParsedText parsed = TweetText.parse(vector.get("text").asText());
        List<Entity> entities = new ArrayList<>();
        Entities found = parsed.entities();
        found.mentions().forEach(it -> entities.add(new Entity("mention", it.start(), it.end(), it.username())));
        found.hashtags().forEach(it -> entities.add(new Entity("hashtag", it.start(), it.end(), it.tag())));
        found.cashtags().forEach(it -> entities.add(new Entity("cashtag", it.start(), it.end(), it.tag())));
        found.urls().forEach(it -> entities.add(new Entity("url", it.start(), it.end(), it.url())));
        entities.sort(Comparator.comparingInt(Entity::start));
        return new Answer(parsed.weightedLength(), entities);
    }

    private static Answer expected(JsonNode vector) {
        return new Answer(
                vector.get("weight").asInt(),
                StreamSupport.stream(vector.get("entities").spliterator(), false)
                        .map(it -> new Entity(
                                it.get(0).asText(),
                                it.get(1).asInt(),
                                it.get(2).asInt(),
                                it.get(3).asText()))
                        .toList());
    }

    private static <T> T read(String file, Reading<T> reading) {
        try (InputStream stream = TextVectorsTest.class.getResourceAsStream(file)) {
            return reading.read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(InputStream stream) throws IOException;
    }
}
