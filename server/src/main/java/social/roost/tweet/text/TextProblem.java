package social.roost.tweet.text;

/** Why a text may not be posted. */
public enum TextProblem {
    /** No visible character: see {@link social.roost.base.VisibleText}. */
    EMPTY,
    /** Over {@link TweetText#MAX_WEIGHTED_LENGTH}, or too long or too complex to be parsed at a limited cost. */
    TOO_LONG,
    /** A control character, an unpaired surrogate, a byte order mark or a noncharacter. */
    INVALID_CHARACTERS
}
