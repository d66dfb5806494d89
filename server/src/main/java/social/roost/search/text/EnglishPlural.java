package social.roost.search.text;

/**
 * Strips the endings of English plurals and possessives, and nothing else: a stemmer that strips more merges words
 * without a common meaning. It does not matter whether the result is a word, only that singular and plural agree.
 */
final class EnglishPlural {
    private static final int SHORTEST = 4;

    private EnglishPlural() {}

    static String strip(String word) {
        int length = word.length();
        if (length < SHORTEST || !isAscii(word)) {
            return word;
        }
        if (word.endsWith("'s")) {
            return word.substring(0, length - 2);
        }
        if (word.endsWith("s'")) {
            return strip(word.substring(0, length - 1));
        }
        return word.charAt(length - 1) == 's' ? singular(word) : word;
    }

    private static String singular(String word) {
        int length = word.length();
        if (endsWithOneOf(word, "ss", "us", "is")) {
            return word;
        }
        if (length > SHORTEST && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (endsWithOneOf(word, "ches", "shes", "xes", "sses", "zzes") || (length > 5 && word.endsWith("oes"))) {
            return word.substring(0, length - 2);
        }
        return word.substring(0, length - 1);
    }

    private static boolean endsWithOneOf(String word, String... endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(String word) {
        return word.chars().allMatch(unit -> unit < 0x80);
    }
}
