package social.roost.link;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import social.roost.base.VisibleText;

/** Makes a text of a foreign page fit to be shown next to others: one line, short, and without surprises. */
final class CardText {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** Control characters and those that change the direction of the text around them. */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /** How much longer a text may be than what is shown of it; the rest is not even looked at. */
    private static final int LOOKED_AT = 4;

    private CardText() {}

    /**
     * Empty if nothing of it is visible.
     *
     * @param longest in code points; a longer text is cut and ends with an ellipsis
     */
    static String clean(String text, int longest) {
        String some = text.length() > LOOKED_AT * longest ? text.substring(0, LOOKED_AT * longest) : text;
        String line = UNWANTED.matcher(SPACES.matcher(some).replaceAll(" ")).replaceAll("");
        String normal = Normalizer.normalize(line, Normalizer.Form.NFC).strip();
        return VisibleText.hasVisible(normal) ? cut(normal, longest) : "";
    }

    private static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        int end = text.offsetByCodePoints(0, longest - 1);
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        int letter = letters.isBoundary(end) ? end : Math.max(0, letters.preceding(end));
        return text.substring(0, letter).strip() + "…";
    }
}
