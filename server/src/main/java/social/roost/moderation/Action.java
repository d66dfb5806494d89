package social.roost.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a moderator does about a case. */
public enum Action {
    /** No rule was broken. */
    DISMISS,
    /** Tells the user what to change. */
    WARN,
    /** Deletes tweets. */
    DELETE,
    /** Suspends the account, until a time or for ever. */
    SUSPEND;

    /** All of them, for a text. */
    public static final String NAMES = Arrays.stream(values()).map(Action::text).collect(Collectors.joining(", "));

    /** Its name in the API and in stores. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The inverse of {@link #text}. */
    public static Optional<Action> of(String text) {
        return Arrays.stream(values())
                .filter(action -> action.text().equals(text))
                .findFirst();
    }
}
