package social.roost.graph;

/**
 * When an author is famous: from {@code gainedAt} followers on, until they fall to {@code lostAt}. The gap keeps an author
 * at the edge from changing sides with every follow.
 *
 * @param gainedAt 0 makes everyone famous
 */
public record Fame(long gainedAt, long lostAt) {
    public Fame {
        if (gainedAt < 0 || lostAt >= Math.max(gainedAt, 1)) {
            throw new IllegalArgumentException(
                    "Fame must be gained at more followers than it is lost at: " + gainedAt + ", " + lostAt);
        }
    }

    public boolean everyone() {
        return gainedAt == 0;
    }
}
