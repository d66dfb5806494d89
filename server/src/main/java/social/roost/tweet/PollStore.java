package social.roost.tweet;

import java.util.List;
import java.util.Map;

/**
 * The votes in polls, and which polls have to be announced when they end. The id of a poll is that of its tweet.
 *
 * <p>Promises: a write is durable when it returns. A user has at most one vote in a poll, also if several race, and it
 * never changes. Totals are counted from the votes when they are read; a read after a write sees it. A poll that is to
 * be announced is leased by one process at a time. All times are in milliseconds since 1970.
 */
public interface PollStore {

    /** The poll has to be announced when it ends; idempotent. */
    void open(long pollId, long endsAt);

    /**
     * Votes, unless the user has voted before. Also {@link #open opens} the poll.
     *
     * @param choice index of an option
     * @return the user's choice: this one, or that of an earlier vote
     */
    int vote(long pollId, long endsAt, long userId, int choice);

    /**
     * Counts the votes in polls.
     *
     * @return by poll and index of the option; polls without votes, and options after the last one with votes, may be
     *     left out
     */
    Map<Long, List<Long>> totals(long[] pollIds);

    /** A user's choices in those of the polls in which the user has voted. */
    Map<Long, Integer> choices(long userId, long[] pollIds);

    /**
     * Leases polls that are not announced and whose end is due: first those never leased, then those whose lease ended
     * first.
     *
     * @param endedBy the latest end
     * @param until the end of the leases; other leases that ended before now are taken over
     */
    List<Ending> lease(long endedBy, long now, long until, int limit);

    /**
     * Users who voted.
     *
     * @param after only ids above this one
     * @return ascending
     */
    long[] voters(long pollId, long after, int limit);

    /**
     * Notes that voters up to this id have been told, and prolongs a lease.
     *
     * @return false if the lease was lost
     */
    boolean told(Ending ending, long voterId, long until);

    /** The poll is announced; ends the lease. Idempotent. */
    void announced(long pollId);

    /** Removes a poll with its votes, however many there are; idempotent. */
    void remove(long pollId);

    /**
     * A poll leased to be announced.
     *
     * @param toldUpTo voters up to this id have been told
     * @param until the end of the lease, which identifies it
     */
    record Ending(long pollId, long toldUpTo, long until) {}
}
