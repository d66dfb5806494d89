package social.roost.tweet;

import java.util.List;

/** Called for a new tweet before the response is sent, so that its author's next read includes it. */
@FunctionalInterface
public interface TweetListener {
    void posted(Tweet tweet);

    /** Calls all of these, in this order. */
    static TweetListener all(List<TweetListener> listeners) {
        return tweet -> listeners.forEach(listener -> listener.posted(tweet));
    }
}
