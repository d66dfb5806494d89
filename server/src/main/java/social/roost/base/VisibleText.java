package social.roost.base;

/**
 * Checks whether a text has visible characters, and whether it has control characters.
 *
 * <p>Checks single characters only: it does not know fonts. Unassigned characters count as invisible, except those that
 * Unicode reserves for emoji, since phones send new emoji before the JDK knows them.
 */
public final class VisibleText {
    private static final int BRAILLE_BLANK = 0x2800;
    private static final int OBJECT_REPLACEMENT = 0xFFFC;
    private static final int MUSICAL_NULL_NOTEHEAD = 0x1D159;
    private static final int HIEROGLYPH_FULL_BLANK = 0x13441;
    private static final int HIEROGLYPH_HALF_BLANK = 0x13442;

    private VisibleText() {}

    /** Whether at least one character is visible by itself; white space, marks without a letter and fillers are not. */
    public static boolean hasVisible(String text) {
        return text.codePoints().anyMatch(VisibleText::isVisible);
    }

    /** Whether the text contains a control character other than tab, line feed and carriage return. */
    public static boolean hasControl(String text) {
        return text.chars()
                .anyMatch(unit -> Character.isISOControl(unit) && unit != '\t' && unit != '\n' && unit != '\r');
    }

    /** Whether the text has no line breaks, control characters or halves of characters. */
    public static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(codePoint -> switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        });
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            case Character.UNASSIGNED -> Character.isExtendedPictographic(codePoint);
            default -> !isBlank(codePoint);
        };
    }

    /** Letters and symbols whose glyph is empty. */
    private static boolean isBlank(int codePoint) {
        return isHangulFiller(codePoint)
                || codePoint == BRAILLE_BLANK
                || codePoint == OBJECT_REPLACEMENT
                || codePoint == MUSICAL_NULL_NOTEHEAD
                || codePoint == HIEROGLYPH_FULL_BLANK
                || codePoint == HIEROGLYPH_HALF_BLANK;
    }

    private static boolean isHangulFiller(int codePoint) {
        return codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xFFA0;
    }
}
