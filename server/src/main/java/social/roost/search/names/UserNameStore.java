package social.roost.search.names;

import java.util.Set;

/**
 * The parts of users' names by which they are found, ordered by how many followers the users have.
 *
 * <p>A write is durable when it returns, and a read after it sees it. All writes are idempotent. The cost of a read has
 * a limit, however many users there are.
 */
public interface UserNameStore {

    /**
     * Sets the parts of a user's names.
     *
     * @param parts see {@link NameText}; empty if the user cannot be found any more
     */
    void put(long userId, Set<String> parts);

    /** Sets how many followers a user has, as a {@link Magnitude}. It is the smallest for a new user. */
    void rank(long userId, int magnitude);

    /**
     * Finds users of whom a part of the name begins like this.
     *
     * @param offset how many of the results to leave out
     * @return those with the greatest magnitude first; an id can be there more than once
     */
    long[] find(String beginning, int offset, int limit);

    /**
     * Finds users of whose names the parts begin like these words, in any order. If very many users have the first of
     * the words, not all of them are looked at.
     *
     * @param words at least two
     * @return see {@link #find}
     */
    long[] findAll(NameQuery words, int limit);

    /** Those of these users whom {@link #findAll} would find, if it looked at all; any number of ids. */
    long[] among(long[] userIds, NameQuery words);
}
