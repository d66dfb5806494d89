package social.roost.trend;

/**
 * A topic that has more authors in a window than expected.
 *
 * @param count its authors, of those with the same text at most three
 * @param expected authors
 */
record Rise(TopicWindow topic, AuthorSet.Count count, double expected) {
    static final int LEAST_AUTHORS = 5;
    static final double LEAST_SHARE_OF_ACTIVE = 0.001;
    static final double LEAST_FACTOR = 2;

    /** Chance alone lets some of thousands of topics exceed their mean by four standard deviations. */
    private static final double LEAST_SCORE = 1.5;

    private static final double LEAST_SCORE_BY_TOPICS = 0.7;

    /**
     * How much a topic has to exceed what is expected.
     *
     * @param topics how many topics there are
     */
    static double leastScore(int topics) {
        return Math.max(LEAST_SCORE, LEAST_SCORE_BY_TOPICS * Math.log(topics));
    }

    boolean isTrend(double leastScore) {
        return exceeds(count.weight(), expected) && score() >= leastScore;
    }

    /** In standard deviations. */
    double score() {
        return score(count.weight(), expected);
    }

    static double score(double observed, double expected) {
        return (observed - expected) / Math.sqrt(expected + 4);
    }

    /** Whether it is enough for a trend; no number exceeds NaN. */
    static boolean exceeds(double observed, double expected) {
        return observed >= LEAST_AUTHORS && observed >= LEAST_FACTOR * expected;
    }
}
