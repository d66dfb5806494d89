package social.roost.analytics;

/** Hears which tweets a viewer has seen. */
@FunctionalInterface
public interface ViewListener {

    /**
     * Called after the report was stored.
     *
     * @param tweetIds of originals, not of retweets
     */
    void viewed(long viewerId, long[] tweetIds);
}
