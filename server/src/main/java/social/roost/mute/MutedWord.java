package social.roost.mute;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import social.roost.search.text.FoldedText;

/**
 * A word, phrase or hashtag that a user does not want to read.
 *
 * @param text as the user wrote it; a hashtag has its sign
 * @param wholeWord whether it is not muted as a part of a longer word
 * @param until the end of the mute, in milliseconds since 1970; {@link #FOR_EVER} if it does not expire
 * @param createdAt in milliseconds since 1970
 */
public record MutedWord(long id, String text, boolean wholeWord, Scope scope, long until, long createdAt) {
    /** The end of a mute that does not expire. */
    public static final long FOR_EVER = Long.MAX_VALUE;

    /** Where a word is muted. */
    public enum Scope {
        /** In all lists of tweets, in notifications and in trends. */
        EVERYWHERE,
        /** In the home timeline only. */
        HOME;

        /** The name in the API and in stores. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The inverse of {@link #text}. */
        public static Optional<Scope> of(String text) {
            return Arrays.stream(values())
                    .filter(scope -> scope.text().equals(text))
                    .findFirst();
        }
    }

    /** The same for words that mute the same texts. */
    String key() {
        return FoldedText.of(text).text();
    }
}
