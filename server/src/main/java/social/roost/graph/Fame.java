package social.roost.graph;

import social.roost.base.config.Setting;

/**
 * When an author is famous: from {@code gainedAt} followers on, until they fall to {@code lostAt}. The gap keeps
 * authors near the threshold from changing sides with every follow.
 *
 * <p>With {@code gainedAt} 0 everyone is famous.
 */
public record Fame(
        @Setting(
                value = "10000",
                help = "Follower count from which an author's tweets are pulled on read, not pushed; 0: always pull.")
        long gainedAt,

        @Setting(value = "9000", help = "Follower count at which a famous author's tweets are pushed again.")
        long lostAt) {

    public Fame {
        if (gainedAt < 0 || (gainedAt > 0 && lostAt >= gainedAt)) {
            throw new IllegalArgumentException(
                    "gained-at is " + gainedAt + ", expected more than lost-at, which is " + lostAt);
        }
    }

    public boolean everyone() {
        return gainedAt == 0;
    }

    /** {@link #lostAt}; negative if everyone is famous, so that nobody loses fame. */
    public long effectiveLostAt() {
        return everyone() ? -1 : lostAt;
    }
}
