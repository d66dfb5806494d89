package social.roost.tweet;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.tweet.TweetStore.Posted;
import social.roost.user.Profile;
import social.roost.user.Users;

/** Publishes and deletes tweets: first in the store, then wherever it must be visible before the response. */
public final class Publishing {
    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    /** The next tweet of a thread replies to it. */
    private static final Counts CONTINUED = new Counts(0, 0, 1, 0);

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

    /** Returns what {@link #publish} would find under a key, without publishing anything; empty if the key is free. */
    Optional<Outcome> findPublished(long authorId, IdempotencyKey key) {
        return Optional.ofNullable(store.findPosted(authorId, key, clock.millis()))
                .map(earlier -> switch (earlier) {
                    case Posted.Repeated(long id) -> new Outcome.Repeated(id);
                    case Posted.KeyReused() -> new Outcome.KeyReused();
                    case Posted.Stored() -> throw new IllegalStateException("Not earlier");
                });
    }

    /** Publishes a single tweet. */
    @CanIgnoreReturnValue
    Outcome publish(Tweet tweet, @Nullable IdempotencyKey key, Profile author) {
        return publish(List.of(tweet), key, author);
    }

    /**
     * Stores the tweets of a thread with their events, unless it is a repetition, and notifies all listeners before the
     * response.
     *
     * @param key null if the client sent none
     * @param author before the post
     * @return durable
     */
    Outcome publish(List<Tweet> thread, @Nullable IdempotencyKey key, Profile author) {
        return switch (store.post(thread, key)) {
            case Posted.Stored() -> new Outcome.Published(stored(thread), author.withMoreTweets(thread.size()));
            case Posted.Repeated(long id) -> new Outcome.Repeated(id);
            case Posted.KeyReused() -> new Outcome.KeyReused();
        };
    }

    /** The tweets are durable, so later failures must not fail the post. */
    private List<StoredTweet> stored(List<Tweet> thread) {
        List<StoredTweet> stored = new ArrayList<>(thread.size());
        for (Tweet tweet : thread) {
            boolean isLast = stored.size() == thread.size() - 1;
            stored.add(tweets.posted(tweet, isLast ? Counts.NONE : CONTINUED));
        }
        changed(thread.getFirst());
        thread.stream().skip(1).forEach(tweet -> refresh(tweet.references().quoteOfId()));
        thread.forEach(this::announce);
        return stored;
    }

    private void announce(Tweet tweet) {
        try {
            listener.posted(tweet);
        } catch (RuntimeException e) {
            LOG.warn("Could not deliver a tweet immediately; its event will", e);
        }
    }

    /** Soft-deletes a tweet; idempotent. */
    void delete(Tweet tweet) {
        store.delete(tweet.id(), clock.millis());
        tweets.changed(tweet.id());
        changed(tweet);
    }

    /** The author's count, the author's retweets, and the counts of the referenced tweets. */
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

    /** The outcome of publishing a tweet. */
    sealed interface Outcome {
        /** The tweets were published. */
        record Published(List<StoredTweet> thread, Profile author) implements Outcome {}

        /** The same request was published before, as this tweet and those that continue it. */
        record Repeated(long tweetId) implements Outcome {}

        /** The key was used for a different request; nothing was published. */
        record KeyReused() implements Outcome {}
    }
}
