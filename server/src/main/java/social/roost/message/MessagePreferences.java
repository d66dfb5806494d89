package social.roost.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a user wants to be written to.
 *
 * @param from whose messages arrive without a request
 * @param readReceipts whether others see how far the user has read, and the user sees how far they have
 */
public record MessagePreferences(From from, boolean readReceipts) {
    public static final MessagePreferences DEFAULT = new MessagePreferences(From.FOLLOWEES, true);

    /** Whose messages arrive without a request. */
    public enum From {
        EVERYONE,
        /** Those whom the user follows; others send requests. */
        FOLLOWEES,
        /** No new conversations, and no requests. */
        NOBODY;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<From> of(String text) {
            return Arrays.stream(values())
                    .filter(from -> from.text().equals(text))
                    .findFirst();
        }
    }
}
