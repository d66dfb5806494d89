package social.roost.trend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Observations as JSON. Readers ignore members that they do not know.
 *
 * <pre>
 * {"type":"tweet","id":"1","author":"2","young":true,"text":3,"location":"DE","topics":[["#cats","Cats"]]}
 * {"type":"suspension","author":"2","at":1790000000000}
 * {"type":"clock","at":1790000000000}
 * </pre>
 *
 * A topic is its key and its form; {@code young}, {@code text} and {@code location} are left out if they are false, 0
 * or empty.
 */
public final class ObservationCodec {
    private static final JsonMapper JSON = new JsonMapper();

    private ObservationCodec() {}

    public static String encode(Observation observation) {
        ObjectNode json = JSON.createObjectNode();
        switch (observation) {
            case Observation.Tweeted tweeted -> put(json, tweeted.tweet());
            case Observation.Suspended suspended ->
                json.put("type", "suspension")
                        .put("author", Long.toString(suspended.author()))
                        .put("at", suspended.atMillis());
            case Observation.Clock clock -> json.put("type", "clock").put("at", clock.atMillis());
        }
        return json.toString();
    }

    private static void put(ObjectNode json, TopicalTweet tweet) {
        json.put("type", "tweet").put("id", Long.toString(tweet.id())).put("author", Long.toString(tweet.author()));
        if (tweet.young()) {
            json.put("young", true);
        }
        if (tweet.text() != 0) {
            json.put("text", tweet.text());
        }
        if (!tweet.location().isEmpty()) {
            json.put("location", tweet.location());
        }
        ArrayNode topics = json.putArray("topics");
        tweet.topics().forEach(topic -> topics.addArray().add(topic.key()).add(topic.form()));
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Observation decode(String text) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an observation: " + e.getOriginalMessage(), e);
        }
        return switch (json.path("type").asText()) {
            case "tweet" -> new Observation.Tweeted(tweet(json));
            case "suspension" -> new Observation.Suspended(id(json, "author"), at(json));
            case "clock" -> new Observation.Clock(at(json));
            default -> throw new IllegalArgumentException("not an observation: the type is " + json.path("type"));
        };
    }

    private static TopicalTweet tweet(JsonNode json) {
        List<Topic> topics = new ArrayList<>();
        json.path("topics")
                .forEach(topic -> topics.add(
                        new Topic(topic.path(0).asText(), topic.path(1).asText())));
        return new TopicalTweet(
                id(json, "id"),
                id(json, "author"),
                json.path("young").asBoolean(),
                json.path("text").asInt(),
                json.path("location").asText(),
                topics);
    }

    private static long id(JsonNode json, String name) {
        long id = json.path(name).asLong();
        if (id <= 0) {
            throw new IllegalArgumentException("not an observation: " + name + " is " + json.path(name));
        }
        return id;
    }

    private static long at(JsonNode json) {
        JsonNode at = json.path("at");
        if (!at.isIntegralNumber() || at.asLong() < 0) {
            throw new IllegalArgumentException("not an observation: at is " + at);
        }
        return at.asLong();
    }
}
