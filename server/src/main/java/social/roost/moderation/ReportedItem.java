package social.roost.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reported tweet or message as it was when it was reported.
 *
 * @param id as in the report
 * @param isMissing whether the reporter did not see it, because it did not exist for example; all else is unknown
 * @param warning the content warning of a tweet; null for none
 * @param revision of a tweet: how often it had been edited
 * @param createdAt in milliseconds since 1970
 */
public record ReportedItem(
        Kind kind,
        String id,
        boolean isMissing,
        String text,
        @Nullable String warning,
        int revision,
        long createdAt,
        List<File> media) {

    /** What was reported. */
    public enum Kind {
        TWEET,
        MESSAGE
    }

    public ReportedItem {
        media = List.copyOf(media);
    }

    static ReportedItem missing(Kind kind, String id) {
        return new ReportedItem(kind, id, true, "", null, 0, 0, List.of());
    }

    /**
     * A medium.
     *
     * @param name of its largest file, which contains a keyed hash of the content
     */
    public record File(String mediaId, String name, String altText, String blurhash) {}
}
