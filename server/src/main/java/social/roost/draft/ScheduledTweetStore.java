package social.roost.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.draft.ScheduledTweet.Failure;
import social.roost.tweet.IdempotencyKey;

/**
 * Tweets that are posted later.
 *
 * <p>Promises: a write is durable when it returns, and a read after a write sees it. Once posting a tweet has begun, it
 * cannot be edited or removed, unless posting has failed. A tweet that is due is leased by one process at a time. All
 * times are in milliseconds since 1970.
 */
public interface ScheduledTweetStore {

    /**
     * Adds a tweet, unless the request is a repetition.
     *
     * @param key of the request; null if the client sent none
     * @param most how many tweets a user may have
     */
    Added add(ScheduledTweet tweet, @Nullable IdempotencyKey key, int most);

    /** A tweet of a user, null if there is none. */
    @Nullable
    ScheduledTweet find(long userId, long id);

    /** A tweet of any user, null if there is none. */
    @Nullable
    ScheduledTweet find(long id);

    /**
     * A user's tweets, those that are due first at the beginning.
     *
     * @param after only after this place; null for the first
     */
    List<ScheduledTweet> list(long userId, @Nullable Place after, int limit);

    /**
     * Replaces a tweet.
     *
     * @param edited the next revision
     * @return false if the tweet is not there in the revision before, or posting it has begun
     */
    boolean edit(ScheduledTweet edited);

    /** Removes a tweet; false if it is not there, or posting it has begun. */
    boolean remove(long userId, long id);

    /**
     * Leases tweets that are due, which begins to post them.
     *
     * @param until the end of the leases; other leases that ended before now are taken over
     */
    List<Leased> lease(long now, long until, int limit);

    /** The tweet was posted, and is removed; idempotent. */
    void posted(long id);

    /** The tweet cannot be posted; it stays, and can be edited and removed again. */
    void failed(long id, Failure failure);

    /**
     * A tweet that is being posted.
     *
     * @param begunAt when posting it first began
     */
    record Leased(ScheduledTweet tweet, long begunAt) {}

    /** A place in a user's list. */
    record Place(long dueAt, long id) {}

    /** The outcome of {@link #add}. */
    sealed interface Added {
        /** It was stored. */
        record Stored() implements Added {}

        /** The same request was stored before. */
        record Repeated(ScheduledTweet tweet) implements Added {}

        /** The key was used for a different request. */
        record KeyReused() implements Added {}

        /** The user has as many as allowed. */
        record Full() implements Added {}
    }
}
