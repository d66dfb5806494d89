package social.roost.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The JSON in which stores keep a {@link MediaContent}. */
public final class MediaContentCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MediaContentCodec() {}

    public static String encode(MediaContent content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record can always be written", e);
        }
    }

    public static MediaContent decode(String json) {
        try {
            return JSON.readValue(json, MediaContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored content of a medium is not valid", e);
        }
    }
}
