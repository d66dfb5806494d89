package social.roost.analytics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is counted for a tweet. */
public enum Measure {
    IMPRESSIONS(1, "view"),
    VIEWERS(2, ""),
    ENGAGED_VIEWERS(3, ""),
    LIKES(4, ""),
    RETWEETS(5, ""),
    QUOTES(6, ""),
    REPLIES(7, ""),
    BOOKMARKS(8, ""),
    LINK_OPENS(9, "link"),
    PROFILE_OPENS(10, "profile"),
    MEDIA_OPENS(11, "media"),
    EXPANDS(12, "expand"),
    FOLLOWS(13, "");

    private final int code;
    private final String kind;

    /** @param kind how clients report it; empty if they do not */
    Measure(int code, String kind) {
        this.code = code;
        this.kind = kind;
    }

    /** What clients report as this kind. */
    public static Optional<Measure> reported(String kind) {
        return kind.isEmpty()
                ? Optional.empty()
                : Arrays.stream(values())
                        .filter(measure -> measure.kind.equals(kind))
                        .findFirst();
    }

    /** Identifies it in stores; never changes. */
    public int code() {
        return code;
    }

    /**
     * The measure with this code.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public static Measure of(int code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No measure has the code " + code));
    }

    /** Its name in the API and in stores, such as {@code link_opens}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
