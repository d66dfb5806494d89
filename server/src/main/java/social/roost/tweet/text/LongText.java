package social.roost.tweet.text;

import java.text.Normalizer;
import java.util.List;
import social.roost.base.VisibleText;

/**
 * Parses a text that may be longer than a tweet: the entities are those of {@link TweetText}, the length is counted in
 * characters, that is Unicode code points. A text that is too expensive to search has no entities.
 */
public final class LongText {

    /** The text of a message that has only media or a tweet. */
    public static final ParsedText NONE = TweetText.NONE;

    private LongText() {}

    /**
     * Parses a text without stripping it; never throws, and its cost is limited.
     *
     * @param maximum number of characters
     */
    public static ParsedText parse(String text, int maximum) {
        if (text.length() > 2 * maximum) {
            return ParsedText.unread(text, TextProblem.TOO_LONG);
        }
        if (Characters.anyInvalid(text)) {
            return ParsedText.unread(text, TextProblem.INVALID_CHARACTERS);
        }
        if (!VisibleText.hasVisible(text)) {
            return ParsedText.unread(text, TextProblem.EMPTY);
        }
        String content = Normalizer.normalize(text, Normalizer.Form.NFC);
        int length = content.codePointCount(0, content.length());
        TextProblem problem = length > maximum ? TextProblem.TOO_LONG : null;
        return new ParsedText(content, length, problem, problem == null ? entities(content) : Entities.NONE);
    }

    private static Entities entities(String content) {
        if (Characters.tooManyBrackets(content)) {
            return Entities.NONE;
        }
        BoundedText bounded = new BoundedText(content, TweetText.MAX_LOOKS);
        try {
            List<Span> urls = UrlSearch.find(bounded);
            return EntitySearch.find(bounded, urls);
        } catch (BoundedText.ExhaustedException _) {
            return Entities.NONE;
        }
    }
}
