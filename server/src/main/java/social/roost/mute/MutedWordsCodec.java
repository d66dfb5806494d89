package social.roost.mute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** The stored form of a user's muted words: JSON that is independent of any API. */
public final class MutedWordsCodec {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            // A newer version may have stored more.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private MutedWordsCodec() {}

    public static String encode(List<MutedWord> words) {
        try {
            return MAPPER.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<MutedWord> decode(String stored) {
        try {
            return List.of(MAPPER.readValue(stored, MutedWord[].class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
