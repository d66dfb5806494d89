package social.roost.tweet.text;

/** Why a text may not be posted. */
public enum TextProblem {
    /** No character that shows: see {@link social.roost.base.VisibleText}. */
    EMPTY,
    /** Over {@link TweetText#MAX_WEIGHTED_LENGTH}, or too long or too tangled to be read at a bounded cost. */
    TOO_LONG,
    /** A control character, half of a surrogate pair, a byte order mark or a code point that is never a character. */
    INVALID_CHARACTERS
}
