package social.roost.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import social.roost.tweet.PostTweet.Draft;

/** The stored form of what an author wants to post: JSON that is independent of any API. */
public final class DraftCodec {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            // A newer version may have stored more.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private DraftCodec() {}

    /** Encodes the tweets of a thread, or a single one. */
    public static String encode(List<Draft> thread) {
        try {
            return MAPPER.writeValueAsString(thread);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Draft> decode(String stored) {
        try {
            return List.of(MAPPER.readValue(stored, Draft[].class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
