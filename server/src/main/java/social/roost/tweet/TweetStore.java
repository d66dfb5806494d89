package social.roost.tweet;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tweets by id and by author.
 *
 * <p>Promises: a write is durable when it returns. {@code TweetPosted} is stored if and only if the tweet is, and
 * {@code TweetDeleted} if and only if it was deleted. An author's count equals the author's tweets that are not deleted at
 * any time. A read that follows a write sees it. No read but {@link #findPosted} shows a deleted tweet.
 */
public interface TweetStore {

    /**
     * Stores a tweet.
     *
     * @param key null when the client gave none
     */
    Posted post(Tweet tweet, @Nullable IdempotencyKey key);

    /**
     * Deletes a tweet, softly.
     *
     * @param now milliseconds since 1970
     * @return false when it was deleted already or never was
     */
    @CanIgnoreReturnValue
    boolean delete(long id, long now);

    /** By id; those deleted or unknown are left out. Any number of ids. */
    Map<Long, Tweet> find(long[] ids);

    /** Finds a tweet even when it was deleted since. */
    @Nullable
    Tweet findPosted(long id);

    /**
     * The newest tweets of many authors together.
     *
     * @param before only ids below this one
     * @param limit at most so many ids in all
     * @return in falling order
     */
    long[] newest(long[] authorIds, long before, int limit);

    /**
     * The tweets of many authors that come right after a given one.
     *
     * @param after only ids above this one
     * @param limit at most so many ids in all: the lowest
     * @return in falling order
     */
    long[] oldest(long[] authorIds, long after, int limit);

    /** How many tweets each author has; authors with none may be left out. */
    Map<Long, Long> counts(long[] authorIds);

    /** What became of a post. */
    sealed interface Posted {
        /** It was stored. */
        record Stored() implements Posted {}

        /** The same request was stored before, as this tweet; nothing was stored now. */
        record Repeated(long tweetId) implements Posted {}

        /** The key was used for another request; nothing was stored. */
        record KeyReused() implements Posted {}
    }
}
