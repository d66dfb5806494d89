package social.roost.graph;

import social.roost.base.config.Setting;

/**
 * When an author is famous: from {@code gainedAt} followers on, until they fall to {@code lostAt}. The gap keeps an author
 * at the edge from changing sides with every follow.
 *
 * <p>With {@code gainedAt} 0 everyone is famous.
 */
public record Fame(
        @Setting(
                value = "10000",
                help = "Followers from which on an author's tweets are pulled, not pushed; 0: always.")
        long gainedAt,

        @Setting(value = "9000", help = "Followers at which a famous author is ordinary again.")
        long lostAt) {

    public Fame {
        if (gainedAt < 0 || (gainedAt > 0 && lostAt >= gainedAt)) {
            throw new IllegalArgumentException(
                    "fame is gained at " + gainedAt + " followers, which must be more than it is lost at: " + lostAt);
        }
    }

    public boolean everyone() {
        return gainedAt == 0;
    }

    /** {@link #lostAt}; below any number of followers when everyone is famous, so that nobody loses what all have. */
    public long effectiveLostAt() {
        return everyone() ? -1 : lostAt;
    }
}
