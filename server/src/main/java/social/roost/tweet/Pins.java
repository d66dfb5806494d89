package social.roost.tweet;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.UnavailableException;

/** The tweet that a user's profile shows first. */
public final class Pins {
    private static final Logger LOG = LoggerFactory.getLogger(Pins.class);

    private final PinStore store;
    private final TweetAccess access;

    public Pins(PinStore store, TweetAccess access) {
        this.store = store;
        this.access = access;
    }

    /**
     * Pins one of the user's tweets, in place of another one.
     *
     * @throws Rejection NOT_FOUND if the user may not read it or it does not exist, FORBIDDEN if it is another user's
     */
    public void pin(long userId, long tweetId) {
        store.pin(userId, own(userId, tweetId));
    }

    /**
     * Unpins a tweet; idempotent.
     *
     * @throws Rejection as {@link #pin}
     */
    public void unpin(long userId, long tweetId) {
        store.unpin(userId, own(userId, tweetId));
    }

    /** A retweet stands for its original. */
    private long own(long userId, long tweetId) {
        StoredTweet tweet = access.subject(userId, tweetId);
        if (tweet.authorId() != userId) {
            throw new Rejection(Kind.FORBIDDEN, "not_your_tweet", "You can pin only your own tweets.");
        }
        return tweet.id();
    }

    /** The tweet that a user has pinned, which may have been deleted since; null for none, or if it is unknown now. */
    public @Nullable Long find(long userId) {
        try {
            return store.find(userId);
        } catch (UnavailableException e) {
            LOG.debug("Shows a profile without its pinned tweet", e);
            return null;
        }
    }
}
