package social.roost.search.text;

/**
 * A word as it is compared: mostly three times the same text.
 *
 * @param exact compatible characters unified, without case
 * @param folded without accents
 * @param stem without the ending of an English plural
 * @param single whether it is one Chinese, Japanese or Korean character; other words of these scripts have two
 */
public record Word(String exact, String folded, String stem, boolean single) {

    static Word of(String exact) {
        String folded = Folding.fold(exact);
        return new Word(exact, folded, EnglishPlural.strip(folded), false);
    }

    /** Two characters of a script that is written without spaces. */
    static Word pair(String characters) {
        return new Word(characters, characters, characters, false);
    }

    static Word single(String character) {
        return new Word(character, character, character, true);
    }
}
