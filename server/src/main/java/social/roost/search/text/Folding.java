package social.roost.search.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Removes what many people do not type: the accents of Latin, Greek, Cyrillic, Arabic and Hebrew letters, the tones of
 * skin, and other digits than 0 to 9. In all other scripts a mark is part of the letter.
 */
public final class Folding {
    private static final Set<UnicodeScript> ACCENTED = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARABIC,
            UnicodeScript.HEBREW);

    private Folding() {}

    public static String fold(String word) {
        if (word.chars().allMatch(unit -> unit < 0x80)) {
            return word;
        }
        StringBuilder folded = new StringBuilder(word.length());
        boolean[] accented = {false};
        Normalizer2.getNFDInstance().normalize(word).codePoints().forEach(codePoint -> {
            if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
                if (!accented[0]) {
                    folded.appendCodePoint(codePoint);
                }
            } else {
                accented[0] = ACCENTED.contains(UnicodeScript.of(codePoint));
                append(codePoint, folded);
            }
        });
        return Normalizer2.getNFCInstance().normalize(folded);
    }

    private static void append(int codePoint, StringBuilder folded) {
        switch (codePoint) {
            case 'ø' -> folded.append('o');
            case 'đ', 'ð' -> folded.append('d');
            case 'ł' -> folded.append('l');
            case 'ħ' -> folded.append('h');
            case 'ı' -> folded.append('i');
            case 'ŧ' -> folded.append('t');
            case 'œ' -> folded.append("oe");
            case 'æ' -> folded.append("ae");
            case 'þ' -> folded.append("th");
            case 0x649, 0x6CC -> folded.append('\u064A'); // alef maksura and Farsi yeh: yeh
            case 0x629 -> folded.append('\u0647'); // teh marbuta: heh
            case 0x6A9 -> folded.append('\u0643'); // keheh: kaf
            case 0x640 -> {} // tatweel only makes a word longer
            case 0x1F3FB, 0x1F3FC, 0x1F3FD, 0x1F3FE, 0x1F3FF -> {} // tones of skin
            default -> appendDigitOrOther(codePoint, folded);
        }
    }

    private static void appendDigitOrOther(int codePoint, StringBuilder folded) {
        int digit = Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER ? UCharacter.digit(codePoint) : -1;
        if (digit >= 0) {
            folded.append(digit);
        } else {
            folded.appendCodePoint(codePoint);
        }
    }
}
