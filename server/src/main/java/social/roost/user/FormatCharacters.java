package social.roost.user;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Format characters are invisible but change how other characters are displayed. Emoji and some scripts need them;
 * anywhere else they only deceive: with U+202E, "ecila" is displayed as "alice".
 *
 * <p>Allowed are joiners between two emoji and between two letters of a script that joins its letters, and the tags of
 * a flag.
 */
final class FormatCharacters {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int EMOJI_PRESENTATION = 0xFE0F;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    /** Joiners make no difference in these scripts, so two names would look the same. */
    private static final Set<UnicodeScript> UNJOINED = EnumSet.of(
            UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.COMMON, UnicodeScript.HAN);

    private FormatCharacters() {}

    /** Whether the text contains a format character where it is not needed. */
    static boolean anyMisplacedIn(String text) {
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (Character.getType(points[i]) == Character.FORMAT && !isNeeded(points, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNeeded(int[] points, int at) {
        if (at == 0) {
            return false;
        }
        int before = points[at - 1];
        if (isTag(points[at])) {
            return isTag(before) || before == BLACK_FLAG;
        }
        boolean joins = points[at] == JOINER || points[at] == NON_JOINER;
        return joins
                && at + 1 < points.length
                && (areEmoji(before, points[at + 1]) || areJoined(before, points[at + 1]));
    }

    private static boolean isTag(int codePoint) {
        return codePoint >= FIRST_TAG && codePoint <= LAST_TAG;
    }

    private static boolean areEmoji(int before, int after) {
        boolean first = Character.isExtendedPictographic(before)
                || Character.isEmojiModifier(before)
                || before == EMOJI_PRESENTATION;
        return first && Character.isExtendedPictographic(after);
    }

    private static boolean areJoined(int before, int after) {
        return isJoinable(before) && isJoinable(after);
    }

    private static boolean isJoinable(int codePoint) {
        boolean isPart = Character.isLetter(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
        return isPart && codePoint != EMOJI_PRESENTATION && !UNJOINED.contains(UnicodeScript.of(codePoint));
    }
}
