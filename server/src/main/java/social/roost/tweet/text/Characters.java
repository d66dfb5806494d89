package social.roost.tweet.text;

/** What single characters say about a text before any expression is run over it. */
final class Characters {

    private Characters() {}

    /** The three that twitter-text refuses, and what no store or client can be trusted with. */
    static boolean anyInvalid(String text) {
        return text.codePoints().anyMatch(Characters::isInvalid);
    }

    private static boolean isInvalid(int codePoint) {
        return codePoint == 0
                || codePoint == 0xFEFF
                || codePoint == 0xFFFE
                || codePoint == 0xFFFF
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    /** A text of spaces and formatting characters alone would show as an empty tweet. */
    static boolean anyVisible(String text) {
        return text.codePoints().anyMatch(Characters::isVisible);
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> false;
            default -> true;
        };
    }

    /**
     * More opening brackets than a tweet has room for can only stand in an address, where each one takes the expression
     * for addresses a level deeper into the stack.
     */
    static boolean tooManyBrackets(String text) {
        return text.codePoints().filter(codePoint -> codePoint == '(').count() > TweetText.MAX_WEIGHTED_LENGTH;
    }
}
