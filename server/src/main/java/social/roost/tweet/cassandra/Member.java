package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;

/**
 * What is known of an id that is, was or could be in a counted set.
 *
 * @param version how often it was added or removed; odd while it is in the set
 * @param since when it was last added, in milliseconds since 1970
 * @param cause of the last change: the retweet, or a number chosen by the attempt
 */
record Member(long id, long version, long since, long cause) {

    static Member never(long id) {
        return new Member(id, 0, 0, 0);
    }

    static Member of(Row row) {
        return new Member(row.getLong("member_id"), row.getLong("version"), row.getLong("since"), row.getLong("cause"));
    }

    boolean isPresent() {
        return version % 2 == 1;
    }

    /** The state after adding it, possibly again. */
    Member in(long now, long newCause) {
        return new Member(id, isPresent() ? version + 2 : version + 1, now, newCause);
    }

    /** The state after removing it; only if it is in the set. */
    Member out(long newCause) {
        return new Member(id, version + 1, since, newCause);
    }
}
