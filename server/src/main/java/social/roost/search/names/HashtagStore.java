package social.roost.search.names;

import java.util.List;
import java.util.Optional;

/**
 * Which tweets have which hashtags, and how many.
 *
 * <p>A write is durable when it returns, completely or not at all, and a read after it sees it. All writes are
 * idempotent: a tweet counts once for each of its tags. A tag without tweets is forgotten.
 */
public interface HashtagStore {

    /**
     * Sets the tags that a tweet has, instead of those it had.
     *
     * @param tags each once, in the order of keys
     * @param at when it was posted, in milliseconds since 1970
     */
    void set(long tweetId, List<Hashtag> tags, long at);

    /** Removes a tweet from its tags. */
    void remove(long tweetId);

    Optional<HashtagUse> find(String key);

    /**
     * Finds tags that begin like this without their accents.
     *
     * @param folded see {@link Hashtag#folded}; not empty
     * @param most of each {@link Magnitude}: those that are exactly this, then in alphabetical order
     * @return the most used ones first, as far as their magnitude shows it
     */
    List<HashtagUse> startingWith(String folded, int most);
}
