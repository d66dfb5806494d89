package social.roost.search;

import java.util.List;
import social.roost.search.query.Condition;
import social.roost.search.text.Token;
import social.roost.search.text.Word;

/** Finds words one after another in a text, as every index does. */
record TokenSequence(List<Token> tokens) {

    boolean has(Condition.Words words) {
        return tokens.stream().anyMatch(token -> end(words, token) >= 0);
    }

    /** Where the words end that begin with this one; -1 if it is not the first, or the others do not follow. */
    int end(Condition.Words words, Token first) {
        if (!matches(words.words().getFirst(), first.word(), words.quoted())) {
            return -1;
        }
        int end = first.end();
        for (int i = 1; i < words.words().size(); i++) {
            Word word = words.words().get(i);
            int position = first.position() + i;
            end = tokens.stream()
                    .filter(token -> token.position() == position && matches(word, token.word(), words.quoted()))
                    .mapToInt(Token::end)
                    .max()
                    .orElse(-1);
            if (end < 0) {
                return -1;
            }
        }
        return end;
    }

    private static boolean matches(Word wanted, Word found, boolean quoted) {
        return wanted.folded().equals(found.folded())
                || wanted.exact().equals(found.exact())
                || (!quoted && wanted.stem().equals(found.stem()));
    }
}
