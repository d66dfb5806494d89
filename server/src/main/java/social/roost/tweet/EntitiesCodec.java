package social.roost.tweet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import social.roost.tweet.text.Entities;

/** The stored form of a tweet's entities: JSON that is independent of any API. */
public final class EntitiesCodec {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            // A newer version may have stored more.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EntitiesCodec() {}

    public static String encode(Entities entities) {
        try {
            return MAPPER.writeValueAsString(entities);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Entities decode(String stored) {
        try {
            return MAPPER.readValue(stored, Entities.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
