package social.roost.tweet.text;

import org.jspecify.annotations.Nullable;

/**
 * A text as it is counted, stored and shown.
 *
 * @param content the text in Unicode normal form C, not stripped; as it was given if it was refused unread
 * @param weightedLength twitter-text version 3 units: 1 for most alphabets, 2 for the rest and for an emoji however many
 *     code points it joins, 23 for an address; 0 if the text was refused unread
 * @param problem why the text may not be posted, or null if it may
 * @param entities none if the text was refused unread
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
