package social.roost.ranking;

/** How often viewers do something with a tweet that they see, from 0 to 1 each. */
public record Rates(double likes, double retweets, double quotes, double replies, double opens, double follows) {
    /** What is expected of an author of whom nothing is known: typical of public microblogs. */
    public static final Rates TYPICAL = new Rates(0.02, 0.003, 0.0005, 0.003, 0.03, 0.0002);

    /** The number of impressions after which what is counted matters as much as what was expected. */
    static final double PRIOR_IMPRESSIONS = 50;

    /**
     * The rate to expect after some were counted.
     *
     * @param prior expected before
     */
    public static double of(long count, long impressions, double prior) {
        return (count + PRIOR_IMPRESSIONS * prior) / (Math.max(impressions, count) + PRIOR_IMPRESSIONS);
    }
}
