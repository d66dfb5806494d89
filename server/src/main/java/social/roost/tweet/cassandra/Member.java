package social.roost.tweet.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;

/**
 * What is known of an id that is, was or could be in a counted set.
 *
 * @param version how often it was put in or taken out; odd while it is in
 * @param since when it was put in last, in milliseconds since 1970
 * @param cause what put it in or took it out last: the retweet, or a number that the attempt chose
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

    /** As it is when it was put in, perhaps once more. */
    Member in(long now, long newCause) {
        return new Member(id, isPresent() ? version + 2 : version + 1, now, newCause);
    }

    /** As it is when it was taken out; only when it is in. */
    Member out(long newCause) {
        return new Member(id, version + 1, since, newCause);
    }
}
