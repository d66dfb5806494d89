package social.roost.search.query;

import social.roost.search.text.Normalization;

/** What a tweet is filtered by, as texts: an index needs to know nothing about them. */
public final class Attributes {
    public static final String REPLY = "is:reply";
    public static final String QUOTE = "is:quote";
    public static final String MEDIA = "has:media";
    public static final String IMAGES = "has:images";
    public static final String VIDEO = "has:video";
    public static final String LINKS = "has:links";

    private Attributes() {}

    public static String from(long userId) {
        return "from:" + userId;
    }

    /** A reply to a tweet of this user. */
    public static String to(long userId) {
        return "to:" + userId;
    }

    public static String conversation(long tweetId) {
        return "conversation:" + tweetId;
    }

    /**
     * Written in this language.
     *
     * @param language without region
     */
    public static String language(String language) {
        return "lang:" + language;
    }

    /**
     * With a link that has this term.
     *
     * @param term of {@link social.roost.search.text.Links}
     */
    public static String link(String term) {
        return "url:" + term;
    }

    public static String hashtag(String tag) {
        return "#" + Normalization.key(tag);
    }

    public static String mention(String username) {
        return "@" + Normalization.key(username);
    }

    public static String cashtag(String symbol) {
        return "$" + Normalization.key(symbol);
    }
}
