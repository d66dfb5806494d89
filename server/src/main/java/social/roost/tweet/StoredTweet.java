package social.roost.tweet;

/** A tweet and the JSON that the API shows of it, encoded once for all readers. */
public final class StoredTweet {
    private final Tweet tweet;
    private final byte[] json;

    StoredTweet(Tweet tweet) {
        this.tweet = tweet;
        this.json = TweetJson.encode(tweet);
    }

    public Tweet tweet() {
        return tweet;
    }

    public long id() {
        return tweet.id();
    }

    public long authorId() {
        return tweet.authorId();
    }

    /** Not to be changed. */
    public byte[] json() {
        return json;
    }
}
