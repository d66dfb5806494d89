package social.roost.tweet;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Likes and bookmarks, and the counts of likes, retweets, replies and quotes of tweets.
 *
 * <p>Promises: a mark is durable when the call returns, exists at most once, and its event ({@code TweetLiked} and so
 * on) is stored if it is. An event may come without a change, so consumers read the state here. A read of a user's
 * marks after a write sees it. Counts, and the users who mark a tweet, equal the marks and tweets once all changes are
 * applied, whatever is repeated, raced or interrupted. They may lag for a moment; then {@code CountsChanged} is
 * published when they follow. Whether a tweet is deleted makes no difference here.
 */
public interface EngagementStore {

    /**
     * Adds a mark to a tweet.
     *
     * @param now milliseconds since 1970
     * @return false if it existed already and nothing changed
     */
    @CanIgnoreReturnValue
    boolean add(Mark mark, long userId, long tweetId, long now);

    /** Removes a mark from a tweet; false if there was none and nothing changed. */
    @CanIgnoreReturnValue
    boolean remove(Mark mark, long userId, long tweetId);

    /**
     * The tweets that a user has marked.
     *
     * @param limit at most this many: the greatest ids
     * @return descending
     */
    long[] marked(Mark mark, long userId, int limit);

    /** The given tweets that a user has marked, in any order. */
    long[] markedAmong(Mark mark, long userId, long[] tweetIds);

    /**
     * Lists a user's marks, the latest first.
     *
     * @param before only older ones; null for the latest
     * @return with the ids of the tweets
     */
    List<Marked> listMarked(Mark mark, long userId, @Nullable Marked before, int limit);

    /** Lists the users who have marked a tweet, like {@link #listMarked}. */
    List<Marked> listMarkers(Mark mark, long tweetId, @Nullable Marked before, int limit);

    /**
     * Removes the marks of many users from a tweet, like {@link #remove}.
     *
     * @return how many existed
     */
    @CanIgnoreReturnValue
    int removeAll(Mark mark, long tweetId, long[] userIds);

    /** By tweet id; tweets without any may be left out. The cost does not depend on the counts. */
    Map<Long, Counts> counts(long[] tweetIds);

    /**
     * Recounts all rows and corrects wrong counts. May take long; concurrent writes are possible.
     *
     * @return the wrong counts
     */
    List<Drift> recount();

    /** The other end of a mark, and its time in milliseconds since 1970. */
    record Marked(long id, long at) {}

    /** A count that did not equal the rows. */
    record Drift(long tweetId, Counts counted, Counts rows) {}
}
