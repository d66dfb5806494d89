package social.roost.search.text;

/**
 * A word at its place in a text.
 *
 * <p>The words of a text have consecutive positions; only single characters share them: a run of Chinese, Japanese or
 * Korean characters is indexed as overlapping pairs, and each character also by itself. Between two texts of a document,
 * one position is empty.
 *
 * @param start in code points of the text
 * @param end in code points, exclusive
 */
public record Token(int position, Word word, int start, int end) {
    Token movedBy(int positions) {
        return new Token(position + positions, word, start, end);
    }
}
