package social.roost.ranking;

import java.util.Locale;

/** What a {@link Score} consists of, in the order of calculation: terms are added, then factors are multiplied. */
public enum Part {
    /** The likes for each impression. */
    LIKES,
    /** The retweets for each impression. */
    RETWEETS,
    /** The quotes for each impression. */
    QUOTES,
    /** The replies for each impression. */
    REPLIES,
    /** The links and media opened for each impression. */
    OPENS,
    /** The follows of the author for each impression. */
    FOLLOWS,
    /** How often the reader asked for more of this author. */
    MORE,
    /** How often the reader asked for less of this author. */
    LESS,
    /** The age in hours. */
    FRESHNESS,
    /** The reader's interactions with the author, halved every 30 days. */
    AFFINITY,
    /** Whether the reader has seen the tweet. */
    SEEN,
    /** The number of tweets of the same author that are ranked higher. */
    VARIETY;

    static final int COUNT = values().length;

    /** Its name in the API, such as {@code likes}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its place in the calculation. */
    @SuppressWarnings("EnumOrdinal") // which the order of the constants defines
    int place() {
        return ordinal();
    }

    /** Whether it is multiplied rather than added. */
    public boolean isFactor() {
        return compareTo(FRESHNESS) >= 0;
    }
}
