package social.roost.tweet.text;

import org.jspecify.annotations.Nullable;

/**
 * A text as it is counted, stored and displayed.
 *
 * @param content the text in Unicode normalization form C, not stripped; unchanged if it was rejected without parsing
 * @param weightedLength in units of twitter-text version 3: 1 for most alphabets, 2 for the rest and for an emoji of
 *     any number of code points, 23 for a link; 0 if the text was rejected without parsing
 * @param problem why the text may not be posted, or null if it may
 * @param entities none if the text was rejected without parsing
 */
public record ParsedText(
        String content, int weightedLength, @Nullable TextProblem problem, Entities entities) {

    static ParsedText unread(String text, TextProblem problem) {
        return new ParsedText(text, 0, problem, Entities.NONE);
    }

    public boolean isValid() {
        return problem == null;
    }
}
