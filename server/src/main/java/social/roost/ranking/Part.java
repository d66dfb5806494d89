package social.roost.ranking;

import java.util.Locale;

/**
 * What a score consists of, in the order of calculation: terms are added, then factors are multiplied.
 *
 * <p>The weights are those that X published for its ranking (the-algorithm-ml, "Heavy Ranker"), scaled to what Roost
 * counts.
 */
public enum Part {
    /** The likes for each impression. */
    LIKES(0.5),
    /** The retweets for each impression. */
    RETWEETS(1),
    /** The quotes for each impression. */
    QUOTES(5),
    /** The replies for each impression. */
    REPLIES(5),
    /** The links and media opened for each impression. */
    OPENS(0.2),
    /** The follows of the author for each impression. */
    FOLLOWS(4),
    /** How often the reader asked for more of this author. */
    MORE(0.5),
    /** How often the reader asked for less of this author. */
    LESS(-1),
    /** The age in hours. */
    FRESHNESS,
    /** The reader's interactions with the author, halved every 30 days. */
    AFFINITY,
    /** Whether the reader has seen the tweet. */
    SEEN,
    /** The number of tweets of the same author that are ranked higher. */
    VARIETY;

    private static final Part[] ALL = values();

    static final int COUNT = ALL.length;

    /** How many requests for more count. */
    private static final double MOST_MORE = 4;

    private static final double HALF_LIFE_HOURS = 6;
    private static final double MOST_AFFINITY = 4;
    private static final double SEEN_FACTOR = 0.1;
    private static final double LEAST_VARIETY = 0.25;
    private static final double LOG_2 = Math.log(2);

    private final double weight;
    private final boolean isFactor;

    Part(double weight) {
        this.weight = weight;
        isFactor = false;
    }

    Part() {
        weight = 1;
        isFactor = true;
    }

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
        return isFactor;
    }

    /**
     * The score of a tweet: the only place where it is calculated.
     *
     * @param values of all parts, from this index on
     * @param contributions filled with what each part contributes
     */
    static double score(double[] values, int from, double[] contributions) {
        double total = 0;
        for (int i = 0; i < COUNT; i++) {
            double contribution = ALL[i].contribution(values[from + i], total);
            total = ALL[i].isFactor ? total * contribution : total + contribution;
            contributions[i] = contribution;
        }
        return total;
    }

    /**
     * A score that was calculated with a {@link #VARIETY} of 0, with another one: since it is the last part, and its factor
     * was 1, the result is the same to the last bit.
     */
    static double withVariety(double score, double variety) {
        return score * VARIETY.contribution(variety, score);
    }

    /**
     * What a value contributes.
     *
     * @param value a rate, a count, hours, or 1 for true
     * @param total of the parts before
     */
    private double contribution(double value, double total) {
        return switch (this) {
            case LIKES, RETWEETS, QUOTES, REPLIES, OPENS, FOLLOWS -> weight * value;
            case MORE -> weight * Math.min(value, MOST_MORE) * total;
            case LESS -> weight * (1 - halved(value)) * total;
            case FRESHNESS -> halved(value / HALF_LIFE_HOURS);
            case AFFINITY -> value == 0 ? 1 : Math.min(MOST_AFFINITY, 1 + Math.log1p(value) / LOG_2);
            case SEEN -> value > 0 ? SEEN_FACTOR : 1;
            case VARIETY -> (1 - LEAST_VARIETY) * halved(value) + LEAST_VARIETY;
        };
    }

    private static double halved(double times) {
        return times == 0 ? 1 : Math.exp(-LOG_2 * times);
    }
}
