package social.roost.search.names;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.search.text.Folding;
import social.roost.search.text.Normalization;

/**
 * A name as it is compared: its words in the order of the name, without case, accents and punctuation, with one space
 * between them. What somebody types finds the name if it is the beginning of a part of it that starts with a word; so
 * {@code jean luc pic} finds it as well as {@code pic} does.
 *
 * <p>In scripts that are written without spaces, a part starts with any character, and spaces do not count.
 */
final class NameText {
    /** In UTF-16 units. More is not compared. */
    static final int LONGEST_PART = 40;

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    private static final int PROLONGED = 0x30FC;
    private static final int FIRST_REGIONAL_INDICATOR = 0x1F1E6;
    private static final int LAST_REGIONAL_INDICATOR = 0x1F1FF;

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> starts = new ArrayList<>();
    private @Nullable Kind before;
    private boolean gap;
    private boolean apostrophe;

    private enum Kind {
        SPACE,
        APOSTROPHE,
        MARK,
        LETTER,
        /** Of a script without spaces. */
        CHARACTER,
        SYMBOL
    }

    private NameText(String name) {
        Folding.fold(Normalization.key(name)).codePoints().forEach(this::add);
    }

    /** The whole name; empty if it has no word. */
    static String of(String name) {
        return cut(new NameText(name).text.toString());
    }

    /** Every part of the name that somebody may begin to type. */
    static Set<String> parts(String name) {
        NameText read = new NameText(name);
        Set<String> parts = new LinkedHashSet<>();
        for (int start : read.starts) {
            parts.add(cut(read.text.substring(start)));
        }
        return parts;
    }

    private void add(int codePoint) {
        Kind kind = kind(codePoint);
        switch (kind) {
            case SPACE -> gap = true;
            case APOSTROPHE -> apostrophe = true;
            case MARK -> {
                if (before != null) {
                    text.appendCodePoint(codePoint);
                }
            }
            case LETTER, CHARACTER, SYMBOL -> {
                startPart(kind);
                text.appendCodePoint(codePoint);
                before = kind;
                gap = false;
                apostrophe = false;
            }
        }
    }

    /** Not within a word. */
    private void startPart(Kind kind) {
        boolean within = kind == Kind.LETTER && before == Kind.LETTER && !gap && !apostrophe;
        if (within) {
            return;
        }
        boolean apart = gap || kind == Kind.SYMBOL || before == Kind.SYMBOL;
        if (apart && before != null && before != Kind.CHARACTER && kind != Kind.CHARACTER) {
            text.append(' ');
        }
        starts.add(text.length());
    }

    private static Kind kind(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> Kind.MARK;
            case Character.OTHER_SYMBOL -> Kind.SYMBOL;
            default -> letter(codePoint);
        };
    }

    private static Kind letter(int codePoint) {
        if (Character.isLetterOrDigit(codePoint)) {
            boolean unspaced = codePoint == PROLONGED || WITHOUT_SPACES.contains(UnicodeScript.of(codePoint));
            return unspaced ? Kind.CHARACTER : Kind.LETTER;
        }
        if (codePoint == '\'' || codePoint == 0x2019 || codePoint == 0x2BC) {
            return Kind.APOSTROPHE;
        }
        boolean flag = codePoint >= FIRST_REGIONAL_INDICATOR && codePoint <= LAST_REGIONAL_INDICATOR;
        return flag || Character.isExtendedPictographic(codePoint) ? Kind.SYMBOL : Kind.SPACE;
    }

    private static String cut(String part) {
        if (part.length() <= LONGEST_PART) {
            return part;
        }
        boolean split = Character.isHighSurrogate(part.charAt(LONGEST_PART - 1));
        return part.substring(0, split ? LONGEST_PART - 1 : LONGEST_PART);
    }
}
