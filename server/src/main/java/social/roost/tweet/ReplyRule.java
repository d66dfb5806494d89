package social.roost.tweet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may reply to a tweet and to the conversation that it begins, besides its author, if not everyone may. */
public enum ReplyRule {
    /** Users whom the author follows or the tweet mentions. */
    FOLLOWEES,
    /** Users whom the tweet mentions. */
    MENTIONED;

    /** As stored and as in the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The inverse of {@link #text}. */
    public static Optional<ReplyRule> of(String text) {
        return Arrays.stream(values()).filter(rule -> rule.text().equals(text)).findFirst();
    }

    /** Decodes a stored rule; null for everyone. One of a newer version is the strictest that this one knows. */
    public static @Nullable ReplyRule stored(@Nullable String text) {
        return text == null ? null : of(text).orElse(MENTIONED);
    }
}
