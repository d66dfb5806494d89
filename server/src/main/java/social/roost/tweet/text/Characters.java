package social.roost.tweet.text;

import social.roost.base.VisibleText;

/** What single characters reveal about a text before any expression runs. */
final class Characters {

    private Characters() {}

    /** The three that twitter-text rejects, unpaired surrogates, and control characters, which affect terminals. */
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
     * More opening parentheses than fit into a tweet can only be in a link, where each one adds a level of recursion to
     * the expression for links.
     */
    static boolean tooManyBrackets(String text) {
        return text.codePoints().filter(codePoint -> codePoint == '(').count() > TweetText.MAX_WEIGHTED_LENGTH;
    }
}
