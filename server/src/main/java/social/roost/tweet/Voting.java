package social.roost.tweet;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;

/** Takes votes in polls. A vote is final. */
public final class Voting {
    private static final String CHOICE = "choice";

    private final PollStore store;
    private final Polls polls;
    private final TweetAccess access;
    private final InstantSource clock;

    public Voting(PollStore store, Polls polls, TweetAccess access, InstantSource clock) {
        this.store = store;
        this.polls = polls;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Votes. Repeating the same vote changes nothing.
     *
     * @param choice index of an option; null if the client sent none
     * @return the poll with this vote
     * @throws Rejection NOT_FOUND if the user may not read the poll or there is none, INVALID for a choice that it does
     *     not have, FORBIDDEN if it is the user's own or its author or the user blocks the other, CONFLICT if it has
     *     ended or the user has chosen differently
     */
    public PollView vote(long userId, long pollId, @Nullable Integer choice) {
        if (choice == null || choice < 0 || choice >= Poll.MOST_OPTIONS) {
            throw noOption(Poll.MOST_OPTIONS);
        }
        Tweet tweet = access.requireSubject(userId, pollId).tweet();
        Poll poll = tweet.poll();
        if (poll == null || tweet.id() != pollId) {
            throw Rejection.notFound("poll");
        }
        if (choice >= poll.options().size()) {
            throw noOption(poll.options().size());
        }
        if (tweet.authorId() == userId) {
            throw new Rejection(Kind.FORBIDDEN, "own_poll", "You cannot vote in a poll of your own.");
        }
        if (poll.hasEnded(clock.millis())) {
            throw new Rejection(Kind.CONFLICT, "poll_ended", "The poll has ended.");
        }
        if (store.vote(pollId, poll.endsAt(), userId, choice) != choice) {
            throw new Rejection(Kind.CONFLICT, "already_voted", "You have voted already, and a vote is final.", CHOICE);
        }
        return polls.voted(userId, tweet);
    }

    private static Rejection noOption(int options) {
        return Rejection.invalid(CHOICE, "Expected the index of an option: 0 to " + (options - 1) + ".");
    }
}
