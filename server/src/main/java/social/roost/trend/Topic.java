package social.roost.trend;

import social.roost.search.text.Normalization;

/**
 * A hashtag or a phrase that tweets are about.
 *
 * @param key the same for all spellings: compatible characters unified, without case, accents kept. That of a hashtag
 *     starts with its sign; the words of a phrase are separated by one space
 * @param form one of the spellings, that of a hashtag without its sign
 */
public record Topic(String key, String form) {
    private static final String SIGN = "#";

    public enum Kind {
        HASHTAG,
        PHRASE
    }

    /**
     * A hashtag.
     *
     * @param tag without its sign
     */
    public static Topic hashtag(String tag) {
        return new Topic(SIGN + Normalization.key(tag), tag);
    }

    /** A phrase of words separated by single spaces. */
    public static Topic phrase(String words) {
        return new Topic(Normalization.key(words), words);
    }

    /** The topic with this {@link #text}. */
    public static Topic of(String text) {
        return text.startsWith(SIGN) ? hashtag(text.substring(SIGN.length())) : phrase(text.strip());
    }

    /** As it is shown: a hashtag with its sign. */
    public String text() {
        return kind() == Kind.HASHTAG ? SIGN + form : form;
    }

    public Kind kind() {
        return key.startsWith(SIGN) ? Kind.HASHTAG : Kind.PHRASE;
    }
}
