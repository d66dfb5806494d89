package social.roost.notification;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import social.roost.mute.ConversationMuteStore;
import social.roost.tweet.CurrentState;
import social.roost.tweet.Poll;
import social.roost.tweet.PollStore;
import social.roost.tweet.PollStore.Ending;
import social.roost.tweet.Tweet;

/**
 * Notifies the author and the voters of a poll that it has ended, each once, except those who mute its conversation.
 *
 * <p>Several processes may do this: each poll is leased by one. If that one dies, another continues with the voters who
 * may not have been told; who had been told is not told again, because the notification is there already.
 */
public final class PollEndings {
    /** Votes that began before the end are stored by then. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final int POLLS_AT_ONCE = 10;
    private static final int VOTERS_AT_ONCE = 100;

    /** Then other polls have their turn: one may have very many voters. */
    private static final int BATCHES_IN_TURN = 10;

    private final PollStore store;
    private final CurrentState state;
    private final NotificationWriter writer;
    private final ConversationMuteStore mutes;
    private final InstantSource clock;

    public PollEndings(
            PollStore store,
            CurrentState state,
            NotificationWriter writer,
            ConversationMuteStore mutes,
            InstantSource clock) {
        this.store = store;
        this.state = state;
        this.writer = writer;
        this.mutes = mutes;
        this.clock = clock;
    }

    /** A tweet was posted; idempotent. */
    void posted(Tweet tweet) {
        Poll poll = tweet.poll();
        if (poll != null) {
            store.open(tweet.id(), poll.endsAt());
        }
    }

    /** A tweet was deleted; idempotent. */
    void deleted(Tweet tweet) {
        if (tweet.poll() != null) {
            store.remove(tweet.id());
        }
    }

    /** Announces some of the polls that have ended, or goes on with large ones; false if there were none. */
    public boolean announce() {
        long now = clock.millis();
        List<Ending> due = store.lease(now - GRACE.toMillis(), now, now + LEASE.toMillis(), POLLS_AT_ONCE);
        due.forEach(this::announce);
        return !due.isEmpty();
    }

    private void announce(Ending leased) {
        Tweet tweet = state.tweet(leased.pollId());
        Poll poll = tweet == null ? null : tweet.poll();
        if (tweet == null || poll == null) {
            store.remove(leased.pollId());
            return;
        }
        Ending ending = leased;
        for (int batch = 1; ; batch++) {
            long[] voters = store.voters(ending.pollId(), ending.toldUpTo(), VOTERS_AT_ONCE);
            for (long voter : voters) {
                tell(voter, tweet, poll);
            }
            if (voters.length < VOTERS_AT_ONCE) {
                tell(tweet.authorId(), tweet, poll);
                store.announced(ending.pollId());
                return;
            }
            boolean isLast = batch == BATCHES_IN_TURN;
            Ending next =
                    new Ending(ending.pollId(), voters[voters.length - 1], isLast ? clock.millis() : prolonged(ending));
            if (!store.told(ending, next.toldUpTo(), next.until()) || isLast) {
                return;
            }
            ending = next;
        }
    }

    private long prolonged(Ending ending) {
        return Math.max(clock.millis() + LEASE.toMillis(), ending.until() + 1);
    }

    private void tell(long userId, Tweet tweet, Poll poll) {
        if (!mutes.isMuted(userId, tweet.conversationId())) {
            writer.add(new Notice(userId, NotificationType.POLL_ENDED, tweet.id(), tweet.authorId()), poll.endsAt());
        }
    }
}
