package social.roost.tweet;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may read a tweet, as its author chose. {@link Viewer} applies it. */
public enum Visibility {
    /** Everybody. */
    PUBLIC,

    /** A newer version of Roost stored a visibility that this one does not know: nobody may read the tweet. */
    UNKNOWN;

    /** As stored and as in the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The visibility of this name, if an author can choose it. */
    public static Optional<Visibility> choice(String text) {
        return text.equals(PUBLIC.text()) ? Optional.of(PUBLIC) : Optional.empty();
    }

    /** Decodes a stored visibility; null for a tweet stored before there was a choice. */
    public static Visibility stored(@Nullable String text) {
        return text == null ? PUBLIC : choice(text).orElse(UNKNOWN);
    }
}
