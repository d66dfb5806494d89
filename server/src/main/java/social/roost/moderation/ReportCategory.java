package social.roost.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which rule somebody breaks, in the words of the reporter. */
public enum ReportCategory {
    SPAM,
    HARASSMENT,
    HATE,
    VIOLENCE,
    SEXUAL,
    SELF_HARM,
    IMPERSONATION,
    ILLEGAL,
    OTHER;

    /** All of them, for a text. */
    public static final String NAMES =
            Arrays.stream(values()).map(ReportCategory::text).collect(Collectors.joining(", "));

    /** Its name in the API and in stores. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The inverse of {@link #text}. */
    public static Optional<ReportCategory> of(String text) {
        return Arrays.stream(values())
                .filter(category -> category.text().equals(text))
                .findFirst();
    }
}
