package social.roost.tweet;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.tweet.PostTweet.PostedTweet;
import social.roost.tweet.TweetStore.Posted;
import social.roost.user.Profile;
import social.roost.user.Users;

/** Stores tweets and deletes them, and tells all who must know before the answer. */
public final class Publishing {
    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    private final TweetStore store;
    private final Tweets tweets;
    private final Users users;
    private final ViewerMarks marks;
    private final TweetListener listener;
    private final InstantSource clock;

    public Publishing(
            TweetStore store,
            Tweets tweets,
            Users users,
            ViewerMarks marks,
            TweetListener listener,
            InstantSource clock) {
        this.store = store;
        this.tweets = tweets;
        this.users = users;
        this.marks = marks;
        this.listener = listener;
        this.clock = clock;
    }

    /** As {@link TweetStore#findPosted(long, IdempotencyKey, long)}, now. */
    @Nullable
    Posted findPosted(long authorId, IdempotencyKey key) {
        return store.findPosted(authorId, key, clock.millis());
    }

    Posted store(Tweet tweet, @Nullable IdempotencyKey key) {
        return store.post(tweet, key);
    }

    /**
     * Call it with what was stored. The tweet is durable, so whatever fails from here on must not fail the post.
     *
     * @param before its author before the post
     */
    PostedTweet stored(Tweet tweet, Profile before) {
        StoredTweet stored = tweets.posted(tweet);
        changed(tweet);
        try {
            listener.posted(tweet);
        } catch (RuntimeException e) {
            LOG.warn("A tweet was not delivered at once; its event will", e);
        }
        return new PostedTweet(stored, before.withOneMoreTweet());
    }

    /** Deletes a tweet, softly; repeating it changes nothing. */
    void delete(Tweet tweet) {
        store.delete(tweet.id(), clock.millis());
        tweets.changed(tweet.id());
        changed(tweet);
    }

    /** The author's count, the author's retweets, and the counts of the tweets that it is about. */
    private void changed(Tweet tweet) {
        References references = tweet.references();
        refresh(references.replyToId());
        refresh(references.shownId());
        if (tweet.isRetweet()) {
            marks.changed(tweet.authorId());
        }
        users.changed(tweet.authorId());
    }

    private void refresh(@Nullable Long tweetId) {
        if (tweetId != null) {
            tweets.changed(tweetId);
        }
    }
}
