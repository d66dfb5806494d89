package social.roost.tweet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The stored form of a tweet's poll: JSON that is independent of any API, null for none. */
public final class PollCodec {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            // A newer version may have stored more.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PollCodec() {}

    public static @Nullable String encode(@Nullable Poll poll) {
        try {
            return poll == null ? null : MAPPER.writeValueAsString(poll);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static @Nullable Poll decode(@Nullable String stored) {
        try {
            return stored == null ? null : MAPPER.readValue(stored, Poll.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
