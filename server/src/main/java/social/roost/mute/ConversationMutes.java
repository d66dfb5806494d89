package social.roost.mute;

import java.time.InstantSource;
import java.util.List;
import social.roost.base.Rejection;
import social.roost.tweet.TweetAccess;

/** The conversations of which a user is not notified. */
public final class ConversationMutes {
    private final ConversationMuteStore store;
    private final TweetAccess access;
    private final InstantSource clock;

    public ConversationMutes(ConversationMuteStore store, TweetAccess access, InstantSource clock) {
        this.store = store;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Mutes the conversation of a tweet: the user is no longer notified of what happens in it.
     *
     * @throws Rejection NOT_FOUND or FORBIDDEN if the user does not see the tweet
     */
    public void mute(long userId, long tweetId) {
        store.mute(userId, conversation(userId, tweetId), clock.millis());
    }

    /**
     * Takes a mute back; also with the id of the conversation, whose first tweet may be gone.
     *
     * @throws Rejection NOT_FOUND or FORBIDDEN if the user does not see the tweet
     */
    public void unmute(long userId, long tweetId) {
        if (store.list(userId).contains(tweetId)) {
            store.unmute(userId, tweetId);
        } else {
            store.unmute(userId, conversation(userId, tweetId));
        }
    }

    /** The ids of the conversations that a user mutes, the newest mute first. */
    public List<Long> list(long userId) {
        return store.list(userId);
    }

    private long conversation(long userId, long tweetId) {
        return access.requireOriginal(userId, tweetId).tweet().conversationId();
    }
}
