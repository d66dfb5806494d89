package social.roost.tweet;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Likes and bookmarks, and how often tweets were liked, retweeted, answered and quoted.
 *
 * <p>Promises: a mark is durable when the call returns, there at most once, and its event ({@code TweetLiked} and so on) is
 * stored if it is; an event may come without a change, so who consumes it looks here. A read of a user's marks that follows a
 * write sees it. Counts, and who marks a tweet, equal the marks and tweets at rest, whatever is repeated, raced or cut short;
 * they may follow a moment later, and are told by {@code CountsChanged} where they do. Whether a tweet is deleted makes no
 * difference here.
 */
public interface EngagementStore {

    /**
     * Puts a mark on a tweet.
     *
     * @param now milliseconds since 1970
     * @return false when it was there already, and nothing changed
     */
    @CanIgnoreReturnValue
    boolean add(Mark mark, long userId, long tweetId, long now);

    /** Takes a mark off a tweet; false when there was none, and nothing changed. */
    @CanIgnoreReturnValue
    boolean remove(Mark mark, long userId, long tweetId);

    /**
     * The tweets that a user has marked.
     *
     * @param limit at most so many: the greatest ids
     * @return in falling order
     */
    long[] marked(Mark mark, long userId, int limit);

    /** Those of the tweets that a user has marked, in any order. */
    long[] markedAmong(Mark mark, long userId, long[] tweetIds);

    /**
     * Lists a user's marks, the latest first.
     *
     * @param before only those older than this one; null for the latest
     * @return with the tweets' ids
     */
    List<Marked> listMarked(Mark mark, long userId, @Nullable Marked before, int limit);

    /** Lists who has put a mark on a tweet, as {@link #listMarked} does, with the users' ids. */
    List<Marked> listMarkers(Mark mark, long tweetId, @Nullable Marked before, int limit);

    /**
     * Takes the marks of many users off a tweet, each as {@link #remove} does.
     *
     * @return how many there were
     */
    @CanIgnoreReturnValue
    int removeAll(Mark mark, long tweetId, long[] userIds);

    /** By tweet id; those without any may be left out. Costs no more for a tweet that has many. */
    Map<Long, Counts> counts(long[] tweetIds);

    /**
     * Counts all rows, and sets counts right that differ from them. May take long; others may write meanwhile.
     *
     * @return those that were wrong
     */
    List<Drift> recount();

    /** What is at the other end of a mark, and since when, in milliseconds since 1970. */
    record Marked(long id, long at) {}

    /** A count that was not what the rows say. */
    record Drift(long tweetId, Counts counted, Counts rows) {}
}
