package social.roost.trend;

/**
 * Bounds the memory of a {@link TrendStream}. An author of a topic takes about 30 bytes, a topic about 300, a topic in
 * the past of five minutes 10. A stream has at most 500 trends, each with at most 2,048 authors.
 *
 * @param topics topics with an author in the last five minutes
 * @param authors the sum of the authors of all topics
 * @param past topics remembered for each five minutes of the last week: those with the most authors
 */
public record TrendLimits(int topics, int authors, int past) {
    /** At most about 300 MB: 60 for topics, 100 for their authors, 100 for the past, 35 for trends. */
    public static final TrendLimits WORLDWIDE = new TrendLimits(200_000, 3_000_000, 5_000);

    /** At most about 75 MB: 12 for topics, 16 for their authors, 10 for the past, 35 for trends. */
    public static final TrendLimits LOCATION = new TrendLimits(40_000, 500_000, 500);

    public TrendLimits {
        if (topics < 1 || authors < 1 || past < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
