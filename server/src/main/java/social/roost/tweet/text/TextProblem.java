package social.roost.tweet.text;

/** Why a text may not be posted. */
public enum TextProblem {
    /** Nothing to see: no character, or only white space and invisible ones. */
    EMPTY,
    /** Over {@link TweetText#MAX_WEIGHTED_LENGTH}, or too long or too tangled to be read at a bounded cost. */
    TOO_LONG,
    /** NUL, half of a surrogate pair, a byte order mark or a code point that is never a character. */
    INVALID_CHARACTERS
}
