package social.roost.tweet;

/**
 * The newest tweets of all users together, and who posted them.
 *
 * <p>Promises: a posted tweet of any kind is found soon, in the order of the ids, however late it arrives. About {@link
 * #KEPT} of the newest are kept, or more. Right after a start some may be missing for a moment. Deleted tweets may be
 * among them.
 */
public interface RecentTweetStore {
    /** How many tweets are kept. */
    int KEPT = 10_000;

    /**
     * The greatest ids below an id.
     *
     * @return descending; fewer than the limit only if no more are kept
     */
    long[] older(long before, int limit);

    /**
     * The lowest ids above an id.
     *
     * @return descending; fewer than the limit only if there are no more
     */
    long[] newer(long after, int limit);

    /** The authors of the newest tweets, each once, the one with the newest tweet first. */
    long[] authors(int limit);
}
