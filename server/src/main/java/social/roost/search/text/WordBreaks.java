package social.roost.search.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Finds the words of texts with spaces, by Unicode's rules, and of Thai, Lao, Khmer and Burmese, by dictionaries. An
 * emoji is a word.
 */
final class WordBreaks {
    private static final BreakIterator RULES = BreakIterator.getWordInstance(ULocale.ROOT);

    private WordBreaks() {}

    /** One for a single thread. */
    static BreakIterator iterator() {
        return RULES.clone();
    }

    interface Found {
        void word(int start, int end, boolean emoji);
    }

    static void find(String text, int start, int end, Found found) {
        BreakIterator breaks = iterator();
        // In few languages a colon may stand within a word.
        breaks.setText(text.substring(start, end).replace(':', ' '));
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            boolean word = breaks.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT;
            boolean emoji = !word && isEmoji(text.codePointAt(start + from));
            if (word || emoji) {
                found.word(start + from, start + to, emoji);
            }
            from = to;
        }
    }

    private static boolean isEmoji(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)
                || UCharacter.hasBinaryProperty(codePoint, UProperty.REGIONAL_INDICATOR);
    }
}
