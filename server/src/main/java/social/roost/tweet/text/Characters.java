package social.roost.tweet.text;

import social.roost.base.VisibleText;

/** What single characters say about a text before any expression is run over it. */
final class Characters {

    private Characters() {}

    /** The three that twitter-text rejects, half surrogate pairs, and control characters, which act on terminals. */
    static boolean anyInvalid(String text) {
        return VisibleText.hasControl(text) || text.codePoints().anyMatch(Characters::isInvalid);
    }

    private static boolean isInvalid(int codePoint) {
        return codePoint == 0xFEFF
                || codePoint == 0xFFFE
                || codePoint == 0xFFFF
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    /**
     * More opening brackets than a tweet has room for can only stand in an address, where each one takes the expression
     * for addresses a level deeper into the stack.
     */
    static boolean tooManyBrackets(String text) {
        return text.codePoints().filter(codePoint -> codePoint == '(').count() > TweetText.MAX_WEIGHTED_LENGTH;
    }
}
