package social.roost.search.names;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import social.roost.search.text.Normalization;

/**
 * What somebody has typed of a name.
 *
 * @param beginning of a part of the name; empty if nothing can be found
 * @param words the beginnings of its words in any order, the longest first; at most four
 * @param username null if it cannot be one
 */
public record NameQuery(
        String beginning, List<String> words, @Nullable String username) {
    private static final int MOST_WORDS = 4;
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9_]{1,50}");

    static NameQuery of(String typed) {
        String beginning = NameText.of(typed);
        List<String> words = Arrays.stream(beginning.split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_WORDS)
                .toList();
        return new NameQuery(beginning, words, username(typed));
    }

    private static @Nullable String username(String typed) {
        String key = Normalization.key(typed).strip();
        String username = key.startsWith("@") ? key.substring(1) : key;
        return USERNAME.matcher(username).matches() ? username : null;
    }

    boolean isEmpty() {
        return words.isEmpty();
    }
}
