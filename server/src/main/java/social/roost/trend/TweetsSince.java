package social.roost.trend;

import social.roost.base.Scan;
import social.roost.tweet.Tweet;

/** Reads stored tweets in the order of their ids, without deleted ones. */
@FunctionalInterface
public interface TweetsSince {
    /** The tweets with the lowest ids above this one. */
    Scan.Part<Tweet> read(long afterId, int limit);
}
