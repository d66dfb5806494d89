package social.roost.message.cassandra;

import social.roost.message.Member;

/**
 * A member, and since when.
 *
 * @param joined the revision of the conversation with which the membership began: no two have the same user and revision
 * @param joinedAt the time, in milliseconds since 1970
 */
record Membership(Member member, long joined, long joinedAt) {

    long userId() {
        return member.userId();
    }

    Ended ended() {
        return new Ended(member.userId(), joined);
    }

    /** A membership that has ended. */
    record Ended(long userId, long joined) {}
}
