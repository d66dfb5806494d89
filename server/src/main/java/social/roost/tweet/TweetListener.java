package social.roost.tweet;

import java.util.List;

/** Told of a new tweet before its answer goes out, so that its author sees it at the next read. */
@FunctionalInterface
public interface TweetListener {
    void posted(Tweet tweet);

    /** Tells each of these, in this order. */
    static TweetListener all(List<TweetListener> listeners) {
        return tweet -> listeners.forEach(listener -> listener.posted(tweet));
    }
}
