package social.roost.tweet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of its versions a tweet is.
 *
 * @param number of edits before; 0 for a tweet as it was posted
 * @param at when the tweet was last edited, in milliseconds since 1970; 0 for never
 * @param formerMentions names that earlier versions mention and this one does not, in lower case
 */
public record Edition(int number, long at, List<String> formerMentions) {
    /** A tweet as it was posted. */
    public static final Edition FIRST = new Edition(0, 0, List.of());

    public boolean isFirst() {
        return number == 0;
    }

    /** When the tweet was last edited, in milliseconds since 1970; null for never. */
    public @Nullable Long editedAt() {
        return isFirst() ? null : (Long) at;
    }
}
