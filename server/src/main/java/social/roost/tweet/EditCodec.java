package social.roost.tweet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.tweet.text.Entities;
import social.roost.tweet.text.ParsedText;

/** The stored form of a later version of a tweet: JSON that is independent of any API. */
public final class EditCodec {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            // A newer version may have stored more.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EditCodec() {}

    /** The version of an edited tweet. */
    public static String encode(Tweet edited) {
        Edition edition = edited.edition();
        Labels labels = edited.labels();
        Stored stored = new Stored(
                edition.number(),
                edition.at(),
                edition.formerMentions(),
                edited.content(),
                edited.entities(),
                labels.sensitive(),
                labels.contentWarning(),
                labels.language());
        try {
            return MAPPER.writeValueAsString(stored);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tweet in its current version; as it was posted if there is no other. */
    public static Tweet apply(Tweet posted, @Nullable String stored) {
        return stored == null ? posted : read(stored).applyTo(posted);
    }

    /** The text of a version. */
    public static Revision revision(String stored) {
        return read(stored).revision();
    }

    private static Stored read(String stored) {
        try {
            return MAPPER.readValue(stored, Stored.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Stored(
            int number,
            long at,
            List<String> formerMentions,
            String content,
            Entities entities,
            boolean sensitive,
            @Nullable String contentWarning,
            @Nullable String language) {

        Tweet applyTo(Tweet posted) {
            return posted.edited(
                    new ParsedText(content, 0, null, entities),
                    Labels.of(
                            sensitive, contentWarning, language, posted.labels().replies()),
                    new Edition(number, at, formerMentions));
        }

        Revision revision() {
            return new Revision(number, content, sensitive, contentWarning, at);
        }
    }
}
