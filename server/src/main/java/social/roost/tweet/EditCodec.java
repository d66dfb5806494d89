package social.roost.tweet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.base.StoredJson;
import social.roost.tweet.text.Entities;
import social.roost.tweet.text.ParsedText;

/** The stored form of a later version of a tweet. */
public final class EditCodec {
    private EditCodec() {}

    /** The version of an edited tweet. */
    public static String encode(Tweet edited) {
        Edition edition = edited.edition();
        Labels labels = edited.labels();
        return StoredJson.write(new Stored(
                edition.number(),
                edition.at(),
                edition.formerMentions(),
                edited.content(),
                edited.entities(),
                labels.sensitive(),
                labels.contentWarning(),
                labels.language()));
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
        return StoredJson.read(stored, Stored.class);
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
