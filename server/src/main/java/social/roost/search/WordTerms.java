package social.roost.search;

import java.util.ArrayList;
import java.util.List;
import social.roost.search.text.Word;

/**
 * The terms under which an index keeps a word, all at its position: its exact form and, if they differ, its folded form
 * and its stem, with a mark in front.
 */
public final class WordTerms {
    private static final char FOLDED = '\u0001';
    private static final char STEM = '\u0002';
    private static final int FIRST_OF_PAIRS = 0x2E80;

    private WordTerms() {}

    /** What is indexed. */
    public static List<String> of(Word word) {
        List<String> terms = new ArrayList<>(3);
        terms.add(word.exact());
        if (!word.folded().equals(word.exact())) {
            terms.add(FOLDED + word.folded());
        }
        if (!word.stem().equals(word.folded())) {
            terms.add(STEM + word.stem());
        }
        return terms;
    }

    /** The terms of words that have exactly the same form. */
    public static List<String> exact(Word word) {
        return List.of(word.exact());
    }

    /** The terms of words that have the same form but for accents. */
    public static List<String> folded(Word word) {
        if (isOfPairs(word)) {
            return exact(word);
        }
        return word.exact().equals(word.folded())
                ? List.of(word.exact(), FOLDED + word.folded())
                : List.of(word.exact(), word.folded(), FOLDED + word.folded());
    }

    /** The terms of words that have the same form but for accents and an English plural. */
    public static List<String> stem(Word word) {
        if (isOfPairs(word)) {
            return exact(word);
        }
        List<String> terms = new ArrayList<>(folded(word));
        terms.add(STEM + word.stem());
        if (!word.stem().equals(word.folded())) {
            terms.add(word.stem());
            terms.add(FOLDED + word.stem());
        }
        return terms;
    }

    /** Characters of scripts whose words have one form. */
    private static boolean isOfPairs(Word word) {
        char first = word.exact().charAt(0);
        return word.single() || (first >= FIRST_OF_PAIRS && !Character.isSurrogate(first));
    }
}
