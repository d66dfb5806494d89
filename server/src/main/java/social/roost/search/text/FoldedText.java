package social.roost.search.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/**
 * A text without the differences that a search ignores: of case, of compatible characters, of accents, of apostrophes and
 * of white space. Knows where its words may begin and end. Not thread-safe.
 */
public final class FoldedText {
    private final String text;
    private @Nullable BreakIterator breaks;

    private FoldedText(String text) {
        this.text = text;
    }

    public static FoldedText of(String text) {
        String ascii = asciiFolded(text);
        return new FoldedText(
                ascii != null
                        ? ascii
                        : spaced(Folding.fold(
                                Normalization.key(text).replace('\u2019', '\'').replace('\u02BC', '\''))));
    }

    /** White space is a single space, and there is none at the ends. */
    public String text() {
        return text;
    }

    /**
     * Whether a word may begin or end at an index: not between two characters of a word. Chinese, Japanese and Korean
     * words may begin and end anywhere; those of Thai, Lao, Khmer and Burmese are in a dictionary.
     */
    public boolean isEdge(int index) {
        if (index == 0 || index == text.length()) {
            return true;
        }
        int before = text.codePointBefore(index);
        int after = text.codePointAt(index);
        if (isMark(after)) {
            return false;
        }
        if (isSymbol(before) || isSymbol(after) || CjkRun.includes(before) || CjkRun.includes(after)) {
            return true;
        }
        return hasDictionary(before) && hasDictionary(after) && breaks().isBoundary(index);
    }

    /** Whether a hashtag may end at an index, in any script. */
    public boolean isEndOfTag(int index) {
        return index == text.length() || isSymbol(text.codePointAt(index));
    }

    /** Null if there are other characters than ASCII. Most texts have none. */
    private static @Nullable String asciiFolded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80) {
                return null;
            }
            if (unit <= ' ') {
                space = true;
                continue;
            }
            if (space && !folded.isEmpty()) {
                folded.append(' ');
            }
            space = false;
            folded.append(unit >= 'A' && unit <= 'Z' ? (char) (unit + ('a' - 'A')) : unit);
        }
        return folded.toString();
    }

    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSpaceChar(unit) || Character.isWhitespace(unit) || Character.isISOControl(unit)) {
                space = true;
                continue;
            }
            if (space && !spaced.isEmpty()) {
                spaced.append(' ');
            }
            space = false;
            spaced.append(unit);
        }
        return spaced.toString();
    }

    /** Whether the character belongs to no word. */
    private static boolean isSymbol(int codePoint) {
        return !Character.isLetterOrDigit(codePoint)
                && !isMark(codePoint)
                && Character.getType(codePoint) != Character.CONNECTOR_PUNCTUATION;
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean hasDictionary(int codePoint) {
        return switch (UnicodeScript.of(codePoint)) {
            case THAI, LAO, KHMER, MYANMAR -> !UCharacter.isDigit(codePoint);
            default -> false;
        };
    }

    private BreakIterator breaks() {
        if (breaks == null) {
            breaks = WordBreaks.iterator();
            breaks.setText(text);
        }
        return breaks;
    }
}
