package social.roost.tweet;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;
import social.roost.event.Event;
import social.roost.event.EventSource;

/**
 * Tweets by id, by author, and by the tweet they refer to.
 *
 * <p>Promises: a write is durable when it returns. {@code TweetPosted} is stored if and only if the tweet is, {@code
 * TweetDeleted} if and only if it was deleted, and {@code TweetEdited} whenever it was edited. With a deletion, the
 * texts of earlier versions are gone. An author has at most one retweet of a tweet that is not deleted.
 * An author's count always equals the author's tweets that are not deleted, including retweets. A read after a write
 * sees it. Only {@link #findPosted}, {@link #replies} and {@link
 * #firstReplies} return deleted tweets.
 */
public interface TweetStore {

    /**
     * Stores a tweet. A second retweet of the same tweet by the same author is a repetition of the first.
     *
     * @param key null if the client sent none; a retweet has none
     */
    default Posted post(Tweet tweet, @Nullable IdempotencyKey key) {
        return post(List.of(tweet), key);
    }

    /**
     * Stores a thread: tweets of one author with consecutive ids, each a reply to the one before. All are stored with
     * their events, or none. No read returns a repetition before it returns all of its tweets.
     *
     * @param thread a single tweet is one too
     * @param key null if the client sent none
     */
    Posted post(List<Tweet> thread, @Nullable IdempotencyKey key);

    /**
     * Returns what {@link #post} would find under a key, without posting anything.
     *
     * @param now milliseconds since 1970
     * @return null if the key is free or expired, or while it is unknown whether its tweet will be stored
     */
    @Nullable
    Posted findPosted(long authorId, IdempotencyKey key, long now);

    /**
     * Soft-deletes a tweet.
     *
     * @param now milliseconds since 1970
     * @return false if it was already deleted or never existed
     */
    @CanIgnoreReturnValue
    boolean delete(long id, long now);

    /**
     * Replaces the text of a tweet by that of its next version: content, entities, labels and edition. The version before
     * stays as a revision. Of several edits of the same version, one takes place.
     *
     * @param edited with the edition after the one that is replaced
     * @return false if the tweet has another edition by now, is deleted or never existed
     */
    boolean edit(Tweet edited);

    /**
     * All versions of a tweet's text.
     *
     * @return the oldest first, the current one last; empty if the tweet is deleted or unknown
     */
    List<Revision> revisions(long id);

    /** By id; deleted and unknown tweets are left out. Any number of ids. */
    Map<Long, Tweet> find(long[] ids);

    /** Finds a tweet even if it has been deleted. */
    @Nullable
    Tweet findPosted(long id);

    /**
     * The newest tweets of many authors together.
     *
     * @param before only ids below this one
     * @param limit at most this many ids in total
     * @return descending
     */
    long[] newest(long[] authorIds, long before, int limit);

    /**
     * The newest tweets of each of many authors.
     *
     * @param limit at most this many for each author: the greatest ids
     * @return by author, descending; authors without tweets may be left out
     */
    Map<Long, long[]> newestOfEach(long[] authorIds, int limit);

    /**
     * The tweets of many authors directly after a given id.
     *
     * @param after only ids above this one
     * @param limit at most this many ids in total: the lowest
     * @return descending
     */
    long[] oldest(long[] authorIds, long after, int limit);

    /** Like {@link #newest}, for one author, without replies to others. */
    long[] newestWithoutReplies(long authorId, long before, int limit);

    /** Like {@link #oldest}, for one author, without replies to others. */
    long[] oldestWithoutReplies(long authorId, long after, int limit);

    /** Like {@link #newest}, for one author, with media only. */
    long[] newestWithMedia(long authorId, long before, int limit);

    /** Like {@link #oldest}, for one author, with media only. */
    long[] oldestWithMedia(long authorId, long after, int limit);

    /**
     * The newest tweets that refer to a tweet.
     *
     * @param before only ids below this one
     * @return descending
     */
    long[] referring(Reference reference, long tweetId, long before, int limit);

    /**
     * The replies to a tweet, oldest first, including deleted ones: the number of rows read does not depend on
     * deletions.
     *
     * @param after only ids above this one
     * @return ascending
     */
    long[] replies(long tweetId, long after, int limit);

    /**
     * The first replies to each of many tweets, like {@link #replies}. The cost does not depend on how many replies
     * follow.
     *
     * @param limit at most this many for each tweet
     * @return by tweet, ascending; tweets without replies may be left out
     */
    Map<Long, long[]> firstReplies(long[] tweetIds, int limit);

    /** The first reply to a tweet by its own author, null if there is none. */
    @Nullable
    Long threadReply(long tweetId);

    /** The author's retweet of a tweet, null if there is none. */
    @Nullable
    Long findRetweet(long authorId, long tweetId);

    /**
     * The tweets that an author has retweeted.
     *
     * @param limit at most this many: the greatest ids
     * @return ids of the originals, descending
     */
    long[] retweeted(long authorId, int limit);

    /** The given tweets that an author has retweeted, in any order. */
    long[] retweetedAmong(long authorId, long[] tweetIds);

    /** The number of tweets of each author; authors without tweets may be left out. */
    Map<Long, Long> counts(long[] authorIds);

    /**
     * Reads all tweets that are not deleted, as {@link Scan} promises. In some stores they are in the order of ids; do
     * not rely on it.
     */
    Scan.Part<Tweet> scan(String after, int limit);

    /** All tweets as {@code TweetPosted}. */
    default EventSource posted() {
        return EventSource.of("tweets", this::scan, tweet -> new Event.TweetPosted(tweet.id(), tweet.authorId()));
    }

    /** The outcome of a post. */
    sealed interface Posted {
        /** The tweet was stored. */
        record Stored() implements Posted {}

        /** The same request was stored before, as this tweet and those that continue it; nothing was stored now. */
        record Repeated(long tweetId) implements Posted {}

        /** The key was used for a different request; nothing was stored. */
        record KeyReused() implements Posted {}
    }
}
