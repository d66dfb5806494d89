package social.roost.search;

import java.util.Set;

/**
 * The indexes of tweets: one that serves searches, and others that are being filled to take its place.
 *
 * <p>Promises: a name is never used again. What is created or served is so in every process and after a restart.
 */
public interface TweetIndexes {

    /** The name of the index that serves searches. The first one is created when it is asked for. */
    String serving();

    /** The names of all indexes, including the serving one. */
    Set<String> names();

    /** The same object for the same name. Does not open the index yet. */
    TweetIndex index(String name);

    /** Creates an empty index and returns its name. */
    String create();

    /** Lets an index serve searches, all at once, and removes all others. */
    void serve(String name);
}
