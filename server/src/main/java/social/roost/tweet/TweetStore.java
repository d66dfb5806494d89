package social.roost.tweet;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;
import social.roost.event.Event;
import social.roost.event.EventSource;

/**
 * Tweets by id, by author, and by the tweet they are about.
 *
 * <p>Promises: a write is durable when it returns. {@code TweetPosted} is stored if and only if the tweet is, and
 * {@code TweetDeleted} if and only if it was deleted. An author has one retweet of a tweet at most that is not deleted. An
 * author's count equals the author's tweets that are not deleted, retweets among them, at any time. A read that follows a
 * write sees it. No read but {@link #findPosted} and {@link #replies} shows a deleted tweet.
 */
public interface TweetStore {

    /**
     * Stores a tweet. A retweet of what the author has retweeted already is a repetition of the earlier one.
     *
     * @param key null when the client gave none; a retweet has none
     */
    Posted post(Tweet tweet, @Nullable IdempotencyKey key);

    /**
     * Looks for what {@link #post} would find under a key, without posting anything.
     *
     * @param now milliseconds since 1970
     * @return null when the key is free or too old to count, or while it is not known whether its tweet will be stored
     */
    @Nullable
    Posted findPosted(long authorId, IdempotencyKey key, long now);

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

    /** As {@link #newest}, of one author, without replies to others. */
    long[] newestWithoutReplies(long authorId, long before, int limit);

    /** As {@link #oldest}, of one author, without replies to others. */
    long[] oldestWithoutReplies(long authorId, long after, int limit);

    /**
     * The newest tweets that are about one.
     *
     * @param before only ids below this one
     * @return in falling order
     */
    long[] referring(Reference reference, long tweetId, long before, int limit);

    /**
     * The replies to a tweet, oldest first, the deleted ones among them: how many are read does not depend on how many were
     * deleted.
     *
     * @param after only ids above this one
     * @return in rising order
     */
    long[] replies(long tweetId, long after, int limit);

    /** The first reply to a tweet by its own author, null when there is none. */
    @Nullable
    Long threadReply(long tweetId);

    /** The author's retweet of a tweet, null when there is none. */
    @Nullable
    Long findRetweet(long authorId, long tweetId);

    /**
     * What an author has retweeted.
     *
     * @param limit at most so many: the greatest ids
     * @return ids of the originals, in falling order
     */
    long[] retweeted(long authorId, int limit);

    /** Those of the tweets that an author has retweeted, in any order. */
    long[] retweetedAmong(long authorId, long[] tweetIds);

    /** How many tweets each author has; authors with none may be left out. */
    Map<Long, Long> counts(long[] authorIds);

    /**
     * Reads all tweets that are not deleted, as {@link Scan} promises. In some stores the order is that of ids; none may rely on
     * it.
     */
    Scan.Part<Tweet> scan(String after, int limit);

    /** All tweets as {@code TweetPosted}. */
    default EventSource posted() {
        return EventSource.of("tweets", this::scan, tweet -> new Event.TweetPosted(tweet.id(), tweet.authorId()));
    }

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
