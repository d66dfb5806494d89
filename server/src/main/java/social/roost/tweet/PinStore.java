package social.roost.tweet;

import org.jspecify.annotations.Nullable;

/** The tweet that each user has pinned. Promises: a write is durable when it returns, and a read after a write sees it. */
public interface PinStore {

    /** Pins a tweet, in place of another one. */
    void pin(long userId, long tweetId);

    /** Pins the tweet no more; idempotent. */
    void unpin(long userId, long tweetId);

    /** The tweet that a user has pinned, which may have been deleted since; null for none. */
    @Nullable
    Long find(long userId);
}
