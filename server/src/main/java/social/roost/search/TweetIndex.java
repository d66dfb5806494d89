package social.roost.search;

import java.util.List;
import social.roost.base.UnavailableException;
import social.roost.search.query.TweetQuery;

/**
 * Finds tweets by their text and attributes.
 *
 * <p>Promises: what is put or removed is found, or not, soon after the call; it is durable after {@link #makeDurable},
 * and before that can be lost in a crash. Putting a tweet replaces what was put before under its id. All methods may be
 * called at any time by any thread. While the index cannot be used, they throw {@link UnavailableException} and try
 * anew with each call.
 */
public interface TweetIndex {

    void put(List<IndexedTweet> tweets);

    void remove(long[] ids);

    /**
     * The first hits in an order, fewer than the limit only if there are no more.
     *
     * <p>The result does not depend on the order in which tweets were put. Of more than 50,000 hits, the oldest may be
     * left out of {@link SearchOrder.Relevant}.
     */
    List<Hit> search(TweetQuery query, SearchOrder order, int limit);

    /** Everything that was put or removed before is durable when it returns. */
    void makeDurable();

    /** How many tweets it has, roughly while it changes. */
    long count();

    /**
     * How often what was not durable has been lost since this object was created, because the index had to be opened
     * again after a failure.
     */
    int losses();

    /** Whether its files are damaged, so that it has to be replaced. */
    boolean isDamaged();
}
