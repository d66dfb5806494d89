package social.roost.ranking;

/**
 * The score of a tweet: the only place where it is calculated.
 *
 * <p>The weights are those that X published for its ranking (the-algorithm-ml, "Heavy Ranker"), scaled to what Roost
 * counts.
 */
final class Score {
    /** The places of the parts. As constants, since hundreds of scores are calculated for a read. */
    static final int LIKES = Part.LIKES.place();

    static final int RETWEETS = Part.RETWEETS.place();
    static final int QUOTES = Part.QUOTES.place();
    static final int REPLIES = Part.REPLIES.place();
    static final int OPENS = Part.OPENS.place();
    static final int FOLLOWS = Part.FOLLOWS.place();
    static final int MORE = Part.MORE.place();
    static final int LESS = Part.LESS.place();
    static final int FRESHNESS = Part.FRESHNESS.place();
    static final int AFFINITY = Part.AFFINITY.place();
    static final int SEEN = Part.SEEN.place();
    static final int VARIETY = Part.VARIETY.place();

    private static final double MORE_WEIGHT = 0.5;

    /** How many requests for more count. */
    private static final double MOST_MORE = 4;

    private static final double HALF_LIFE_HOURS = 6;
    private static final double MOST_AFFINITY = 4;
    private static final double SEEN_FACTOR = 0.1;
    private static final double LEAST_VARIETY = 0.25;
    private static final double LOG_2 = Math.log(2);

    private Score() {}

    /**
     * Adds the terms and multiplies the factors.
     *
     * @param values of all parts: rates, counts, hours, or 1 for true
     * @param into set to what each part contributes
     */
    static double of(double[] values, double[] into) {
        into[LIKES] = 0.5 * values[LIKES];
        into[RETWEETS] = values[RETWEETS];
        into[QUOTES] = 5 * values[QUOTES];
        into[REPLIES] = 5 * values[REPLIES];
        into[OPENS] = 0.2 * values[OPENS];
        into[FOLLOWS] = 4 * values[FOLLOWS];
        double terms = into[LIKES] + into[RETWEETS] + into[QUOTES] + into[REPLIES] + into[OPENS] + into[FOLLOWS];
        into[MORE] = MORE_WEIGHT * Math.min(values[MORE], MOST_MORE) * terms;
        terms += into[MORE];
        into[LESS] = -(1 - halved(values[LESS])) * terms;
        terms += into[LESS];
        into[FRESHNESS] = halved(values[FRESHNESS] / HALF_LIFE_HOURS);
        into[AFFINITY] = affinity(values[AFFINITY]);
        into[SEEN] = values[SEEN] > 0 ? SEEN_FACTOR : 1;
        into[VARIETY] = variety(values[VARIETY]);
        return terms * into[FRESHNESS] * into[AFFINITY] * into[SEEN] * into[VARIETY];
    }

    /**
     * A score that was calculated with a variety of 0, with another one: since it is the last part, and its factor was 1,
     * the result is the same to the last bit.
     *
     * @param above the value of {@link Part#VARIETY}
     */
    static double withVariety(double score, double above) {
        return score * variety(above);
    }

    private static double affinity(double interactions) {
        return interactions == 0 ? 1 : Math.min(MOST_AFFINITY, 1 + Math.log1p(interactions) / LOG_2);
    }

    private static double variety(double above) {
        return (1 - LEAST_VARIETY) * halved(above) + LEAST_VARIETY;
    }

    private static double halved(double times) {
        return times == 0 ? 1 : Math.exp(-LOG_2 * times);
    }
}
