package social.roost.tweet;

/** Told of a new tweet before its answer goes out, so that its author sees it at the next read. */
@FunctionalInterface
public interface TweetListener {
    void posted(Tweet tweet);
}
