package social.roost.tweet;

import org.jspecify.annotations.Nullable;

/** A tweet with its counts, and the JSON that the API shows of both, encoded once for all readers. */
public final class StoredTweet {
    private final Tweet tweet;
    private final Counts counts;
    private final byte[] json;

    StoredTweet(Tweet tweet, Counts counts) {
        this.tweet = tweet;
        this.counts = counts;
        this.json = TweetJson.encode(tweet, counts);
    }

    public Tweet tweet() {
        return tweet;
    }

    public Counts counts() {
        return counts;
    }

    public long id() {
        return tweet.id();
    }

    public long authorId() {
        return tweet.authorId();
    }

    public References references() {
        return tweet.references();
    }

    /** The tweet that is liked, answered and so on by whom this is shown: a retweet's original, else this one. */
    public long subjectId() {
        Long original = tweet.retweetOfId();
        return original != null ? original : tweet.id();
    }

    /** The tweet that is shown with it, null when there is none. */
    public @Nullable Long shownId() {
        return tweet.references().shownId();
    }

    /** Not to be changed. */
    public byte[] json() {
        return json;
    }
}
