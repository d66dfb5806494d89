package social.roost.tweet.text;

import java.text.Normalizer;
import java.util.List;
import social.roost.base.VisibleText;

/**
 * Parses the text of a tweet by the rules of twitter-text, configuration version 3.
 *
 * <p>The grammar (what is a link, a hashtag, an emoji) is that of Twitter's library. Counting and searching are our
 * own, because those of the library take several times as long, and eleven seconds for a hostile text.
 *
 * <p>Stateless and thread-safe.
 */
public final class TweetText {
    public static final int MAX_WEIGHTED_LENGTH = 280;

    /**
     * In UTF-16 units. A longer text is rejected without parsing: a link weighs 23 however long it is, so the weight is
     * no limit.
     */
    public static final int MAX_UNITS = 4_096;

    /**
     * Character reads over all searches: about 35 ms in the worst case. An honest text needs some hundreds; one of 280
     * exceeds the limit only with a chain of seventy words and dots without a space, such as {@code a.a.a.}, because
     * any part of it may be a host.
     */
    static final int MAX_LOOKS = 600_000;

    /** The text of a tweet that has only media. */
    public static final ParsedText NONE = new ParsedText("", 0, null, Entities.NONE);

    private TweetText() {}

    /** Parses a text without stripping it; never throws, and its cost is limited. */
    public static ParsedText parse(String text) {
        if (text.length() > MAX_UNITS) {
            return ParsedText.unread(text, TextProblem.TOO_LONG);
        }
        if (Characters.anyInvalid(text)) {
            return ParsedText.unread(text, TextProblem.INVALID_CHARACTERS);
        }
        if (!VisibleText.hasVisible(text)) {
            return ParsedText.unread(text, TextProblem.EMPTY);
        }
        String content = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (content.length() > MAX_UNITS || Characters.tooManyBrackets(content)) {
            return ParsedText.unread(text, TextProblem.TOO_LONG);
        }
        try {
            return read(new BoundedText(content, MAX_LOOKS));
        } catch (BoundedText.ExhaustedException _) {
            return ParsedText.unread(text, TextProblem.TOO_LONG);
        }
    }

    /** Compiles the expressions, about 0.1 s, so that the first tweet need not wait for it. */
    public static void warmUp() {
        ParsedText _ = parse("@roost wakes: #dawn $TWTR https://example.com/ \u2600\uFE0F");
    }

    private static ParsedText read(BoundedText text) {
        List<Span> urls = UrlSearch.find(text);
        int weightedLength = WeightedLength.of(text, urls);
        TextProblem problem = weightedLength > MAX_WEIGHTED_LENGTH ? TextProblem.TOO_LONG : null;
        return new ParsedText(text.toString(), weightedLength, problem, EntitySearch.find(text, urls));
    }
}
