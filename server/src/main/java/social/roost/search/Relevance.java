package social.roost.search;

import java.time.Duration;

/**
 * How relevant a tweet is: how well the text matches, times how recent it is, times how much people did with it.
 *
 * <p>It does not depend on what else is in the index. All words of a query are required, so weights of rare and frequent
 * words would be the same for every hit, and how often a short text repeats a word says little. Therefore every index
 * gives the same score, and scores do not move between two pages.
 *
 * <p>The text is the average over the words, phrases and alternatives of the query: {@link #EXACT} if a tweet has
 * exactly this form, {@link #FOLDED} if only its accents differ, {@link #STEM} if only a plural does; 1 without any of
 * them. {@link #NEARBY} is added if all words stand together in their order.
 */
public final class Relevance {
    public static final float EXACT = 1;
    public static final float FOLDED = 0.6f;
    public static final float STEM = 0.3f;
    public static final float NEARBY = 0.25f;

    /** The recency of an old tweet. */
    public static final double OLD = 0.25;

    /** In which the rest of the recency halves. */
    public static final Duration HALF_LIFE = Duration.ofDays(3);

    private static final double HALF_LIFE_MILLIS = HALF_LIFE.toMillis();
    private static final double[] ENGAGEMENT = new double[Long.SIZE + 1];

    static {
        for (int bucket = 0; bucket < ENGAGEMENT.length; bucket++) {
            ENGAGEMENT[bucket] = Math.log(2.0 + (double) Popularity.lowest(bucket)) / Math.log(2);
        }
    }

    private Relevance() {}

    /** Falls from 1 to a quarter. A tweet from the future, by another clock, is new. */
    public static double recency(long now, long createdAt) {
        double age = Math.max(0, now - createdAt);
        return OLD + (1 - OLD) * Math.pow(2, -age / HALF_LIFE_MILLIS);
    }

    /** Grows with the number of digits of the engagement. */
    public static double engagement(int bucket) {
        return ENGAGEMENT[bucket];
    }

    public static float score(float text, double recency, double engagement) {
        return (float) (text * recency * engagement);
    }
}
