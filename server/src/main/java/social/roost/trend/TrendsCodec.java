package social.roost.trend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** {@link LocationTrends} and single trends as JSON. Readers ignore members that they do not know. */
public final class TrendsCodec {
    private static final JsonMapper JSON = new JsonMapper();

    private TrendsCodec() {}

    public static String encode(LocationTrends trends) {
        ObjectNode json =
                JSON.createObjectNode().put("location", trends.location()).put("at", trends.atMillis());
        ArrayNode list = json.putArray("trends");
        trends.trends().forEach(trend -> list.add(json(trend)));
        return json.toString();
    }

    public static String encode(Trend trend) {
        return json(trend).toString();
    }

    private static ObjectNode json(Trend trend) {
        ObjectNode json = JSON.createObjectNode()
                .put("key", trend.topic().key())
                .put("form", trend.topic().form())
                .put("score", trend.score())
                .put("authors", trend.authors())
                .put("since", trend.sinceMillis())
                .put("sample_tweet_id", Long.toString(trend.sampleTweetId()));
        ArrayNode recent = json.putArray("recent");
        trend.recent().forEach(recent::add);
        return json;
    }

    /**
     * Reads what {@link #encode(LocationTrends)} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static LocationTrends decode(String text) {
        JsonNode json = read(text);
        if (!json.path("at").isIntegralNumber() || !json.path("trends").isArray()) {
            throw new IllegalArgumentException("not trends of a location: " + text);
        }
        List<Trend> trends = new ArrayList<>();
        json.path("trends").forEach(trend -> trends.add(trend(trend)));
        return new LocationTrends(
                json.path("location").asText(), json.path("at").asLong(), trends);
    }

    /**
     * Reads what {@link #encode(Trend)} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Trend decodeTrend(String text) {
        return trend(read(text));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Trend trend(JsonNode json) {
        if (!json.path("key").isTextual() || !json.path("score").isNumber()) {
            throw new IllegalArgumentException("not a trend: " + json);
        }
        List<Integer> recent = new ArrayList<>();
        json.path("recent").forEach(authors -> recent.add(authors.asInt()));
        return new Trend(
                new Topic(json.path("key").asText(), json.path("form").asText()),
                json.path("score").asDouble(),
                json.path("authors").asInt(),
                json.path("since").asLong(),
                json.path("sample_tweet_id").asLong(),
                recent);
    }
}
