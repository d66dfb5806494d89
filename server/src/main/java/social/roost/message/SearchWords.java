package social.roost.message;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import social.roost.base.Rejection;

/**
 * The words that somebody looks for. A text matches if each of them begins one of its words; case, accents and the width
 * of characters do not matter. In scripts without spaces between words, a word may begin anywhere.
 */
record SearchWords(List<String> words) {
    private static final int MOST_WORDS = 10;
    private static final int LONGEST = 200;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{So}]+");

    /** @throws Rejection INVALID if there is no word, or there are too many */
    static SearchWords of(String query) {
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(folded(query)))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (words.isEmpty() || words.size() > MOST_WORDS || query.length() > LONGEST) {
            throw Rejection.invalid("q", "Expected 1 to " + MOST_WORDS + " words, up to " + LONGEST + " characters.");
        }
        return new SearchWords(words);
    }

    boolean matches(String text) {
        if (text.isEmpty()) {
            return false;
        }
        String folded = folded(text);
        return words.stream().allMatch(word -> beginsIn(folded, word));
    }

    private static boolean beginsIn(String folded, String word) {
        for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
            if (at == 0 || !isInsideWord(folded.codePointBefore(at), word.codePointAt(0))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInsideWord(int before, int first) {
        return Character.isLetterOrDigit(before) && !isUnspaced(before) && !isUnspaced(first);
    }

    private static boolean isUnspaced(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static String folded(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
