package social.roost.moderation;

import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Rejection;
import social.roost.base.Snowflake;
import social.roost.tweet.DeleteTweet;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;
import social.roost.user.Moderation;

/**
 * Carries out decisions, and ends suspensions when their time has come. A decision is stored before it is carried out,
 * and carried out again until that succeeds, so each step is idempotent.
 */
public final class Sanctions {
    private static final Logger LOG = LoggerFactory.getLogger(Sanctions.class);
    private static final int AT_ONCE = 20;

    private final CaseStore store;
    private final Moderation moderation;
    private final TweetStore tweets;
    private final DeleteTweet deletion;
    private final Snowflake ids;
    private final InstantSource clock;

    public Sanctions(
            CaseStore store,
            Moderation moderation,
            TweetStore tweets,
            DeleteTweet deletion,
            Snowflake ids,
            InstantSource clock) {
        this.store = store;
        this.moderation = moderation;
        this.tweets = tweets;
        this.deletion = deletion;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Rejects a decision that cannot be carried out.
     *
     * @throws Rejection INVALID if one of its tweets is not by the user
     */
    void requirePossible(Decision decision) {
        for (long id : decision.tweetIds()) {
            Tweet tweet = tweets.findPosted(id);
            if (tweet == null || tweet.authorId() != decision.userId()) {
                throw Rejection.invalid("tweet_ids", "One of these is not a tweet of the reported user.");
            }
        }
    }

    void carryOut(Decision decision) {
        switch (decision.action()) {
            case DISMISS, WARN -> {
                return;
            }
            case DELETE -> decision.tweetIds().forEach(id -> deletion.delete(decision.userId(), id));
            case SUSPEND -> {
                boolean _ = moderation.suspend(decision.userId());
            }
        }
        store.carriedOut(decision.id());
    }

    /** Carries out what a crash interrupted, and ends suspensions; false if there was nothing to do. */
    public boolean catchUp() {
        long now = clock.millis();
        List<Decision> pending = store.pending(AT_ONCE);
        List<Decision> ending = store.ending(now, AT_ONCE);
        pending.forEach(this::tryAgain);
        ending.forEach(this::end);
        return pending.size() + ending.size() > 0;
    }

    /** One that cannot be carried out must not keep the others waiting. */
    private void tryAgain(Decision decision) {
        try {
            carryOut(decision);
        } catch (Rejection rejection) {
            LOG.warn("The decision {} cannot be carried out: {}", decision.id(), rejection.getMessage());
            store.carriedOut(decision.id());
        }
    }

    private void end(Decision decision) {
        if (!store.isSuspendedOtherwise(decision.userId(), decision.id())) {
            boolean _ = moderation.reinstate(decision.userId());
            if (store.isSuspendedOtherwise(decision.userId(), decision.id())) {
                // A moderator suspended the user at the same moment.
                boolean _ = moderation.suspend(decision.userId());
            }
        }
        store.ended(decision.id(), entry(ids.next(), "suspension_ended", decision.userId()));
    }

    /**
     * Suspends a user without end, as an operator at the command line wants.
     *
     * @return false if the user was suspended
     */
    public boolean suspend(long userId) {
        Decision decision = new Decision(ids.next(), 0, userId, 0, Action.SUSPEND, "", null, List.of());
        store.record(decision, entry(decision.id(), "suspend", userId));
        boolean changed = moderation.suspend(userId);
        store.carriedOut(decision.id());
        return changed;
    }

    /**
     * Lifts all suspensions of a user.
     *
     * @return false if the user was not suspended
     */
    public boolean reinstate(long userId) {
        store.endAll(userId, entry(ids.next(), "reinstate", userId));
        return moderation.reinstate(userId);
    }

    private static AuditEntry entry(long id, String action, long userId) {
        return new AuditEntry(id, 0, action, userId, 0, "");
    }
}
