package social.roost.search.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of Chinese, Japanese or Korean characters, which no spaces separate into words that everyone agrees on. So it is
 * indexed as overlapping pairs of characters; any part of a run is then found as a sequence of pairs.
 */
final class CjkRun {
    private static final int PROLONGED = 0x30FC;
    private static final int HALF_WIDTH_PROLONGED = 0xFF70;

    private final List<Unit> units = new ArrayList<>();

    /** A normalized character, and where it comes from, in UTF-16 units of the text. */
    record Unit(String character, int start, int end) {}

    static boolean includes(int codePoint) {
        if (codePoint < 0x1100) {
            return false;
        }
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> codePoint == PROLONGED || codePoint == HALF_WIDTH_PROLONGED || isVoicing(codePoint);
        };
    }

    /** The marks of voiced Kana, as characters of their own. */
    private static boolean isVoicing(int codePoint) {
        return codePoint == 0xFF9E || codePoint == 0xFF9F || codePoint == 0x3099 || codePoint == 0x309A;
    }

    /** The end of the run that starts here. */
    static int end(String text, int start, int limit) {
        int end = start;
        while (end < limit && includes(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return Math.min(end, limit);
    }

    CjkRun(String text, int start, int end) {
        int from = start;
        while (from < end) {
            int to = from + Character.charCount(text.codePointAt(from));
            while (to < end && isVoicing(text.codePointAt(to))) {
                to++;
            }
            add(Normalization.word(text.substring(from, to)), from, to);
            from = to;
        }
    }

    private void add(String normal, int from, int to) {
        normal.codePoints().forEach(codePoint -> units.add(new Unit(Character.toString(codePoint), from, to)));
    }

    List<Unit> units() {
        return units;
    }
}
