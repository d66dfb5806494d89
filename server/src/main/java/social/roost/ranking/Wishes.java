package social.roost.ranking;

import java.time.InstantSource;
import java.util.List;
import social.roost.base.Rejection;
import social.roost.ranking.Signal.Kind;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.TweetAccess;

/** What users ask for: more like a tweet, or less. They see their wishes and can take them back. */
public final class Wishes {
    /** The number of wishes of a user; a new one replaces the oldest. */
    public static final int MOST = 500;

    private final SignalStore signals;
    private final TweetAccess tweets;
    private final InstantSource clock;

    public Wishes(SignalStore signals, TweetAccess tweets, InstantSource clock) {
        this.signals = signals;
        this.tweets = tweets;
        this.clock = clock;
    }

    /**
     * Stores a wish instead of an earlier one about the same tweet; for a retweet, about its original.
     *
     * @param kind MORE or LESS
     * @throws Rejection NOT_FOUND if the user does not see the tweet, INVALID if it is the user's own
     */
    public void add(long userId, long tweetId, Kind kind) {
        StoredTweet tweet = tweets.requireSubject(userId, tweetId);
        if (tweet.authorId() == userId) {
            throw Rejection.invalid("kind", "You cannot ask for more or less of your own tweets.");
        }
        List<Signal> others =
                of(userId).stream().filter(wish -> wish.tweetId() != tweet.id()).toList();
        others.stream().skip(MOST - 1).forEach(wish -> signals.remove(userId, wish.tweetId(), wish.kind()));
        signals.remove(userId, tweet.id(), kind == Kind.MORE ? Kind.LESS : Kind.MORE);
        signals.add(userId, new Signal(tweet.id(), tweet.authorId(), kind, clock.millis()));
    }

    /** Takes a wish back. Idempotent. */
    public void remove(long userId, long tweetId) {
        signals.remove(userId, tweetId, Kind.MORE);
        signals.remove(userId, tweetId, Kind.LESS);
    }

    /** A user's wishes, the newest first. */
    public List<Signal> of(long userId) {
        return signals.of(userId).stream()
                .filter(signal -> signal.kind().isWish())
                .toList();
    }
}
