package social.roost.tweet.cassandra;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Outbox.Entry;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore.Posted;
import social.roost.tweet.cassandra.KeyClaims.Claim;

/**
 * Posts with an idempotency key. The key is claimed for a tweet first and the tweet stored after that, because
 * Cassandra cannot do both atomically.
 *
 * <p>So a crash can leave a claim without its tweet. A post that takes longer than {@link #DEADLINE} fails, and a claim
 * without a tweet is taken over once it is twice as old. Before the key moves, the earlier tweet is buried: even if its
 * batch completes after all, the tweet does not exist, and nobody was told that it does.
 */
final class KeyedPosts {
    static final Duration DEADLINE = Duration.ofSeconds(5);
    static final Duration CLAIM_PATIENCE = DEADLINE.multipliedBy(2);
    private static final int LOOKS = 10;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final CassandraCluster cassandra;
    private final KeyClaims claims;
    private final TweetRows rows;
    private final TweetWriter writer;
    private final InstantSource clock;

    KeyedPosts(CassandraCluster cassandra, KeyClaims claims, TweetRows rows, TweetWriter writer, InstantSource clock) {
        this.cassandra = cassandra;
        this.claims = claims;
        this.rows = rows;
        this.writer = writer;
        this.clock = clock;
    }

    /** Stores the tweet, or returns the outcome of an earlier post with this key. */
    Outcome post(Tweet tweet, IdempotencyKey key) {
        long begin = System.nanoTime();
        long now = clock.millis();
        Claim claim = claims.claim(tweet, key, now);
        if (claim.tweetId() == tweet.id()) {
            return store(tweet, begin);
        }
        Posted earlier = judged(claim, tweet, key);
        return earlier == null ? takeOver(claim, tweet, key) : new Outcome(earlier, null);
    }

    /** The outcome of an earlier post with this key; null if there is none that counts, or it is still unknown. */
    @Nullable
    Posted find(long authorId, IdempotencyKey key, long now) {
        Claim claim = claims.find(authorId, key.name());
        if (claim == null || isExpired(claim, now)) {
            return null;
        }
        if (!key.request().equals(claim.request())) {
            return new Posted.KeyReused();
        }
        return rows.findSettled(claim.tweetId()) == null ? null : new Posted.Repeated(claim.tweetId());
    }

    private static boolean isExpired(Claim claim, long now) {
        return now - claim.createdAt() > IdempotencyKey.LIFETIME.toMillis();
    }

    /** What an earlier claim means for this post; null if it does not count. */
    private @Nullable Posted judged(Claim claim, Tweet tweet, IdempotencyKey key) {
        if (isExpired(claim, tweet.createdAt())) {
            return null;
        }
        if (!key.request().equals(claim.request())) {
            return new Posted.KeyReused();
        }
        for (int look = 0; look < LOOKS; look++) {
            if (rows.findSettled(claim.tweetId()) != null) {
                return new Posted.Repeated(claim.tweetId());
            }
            if (clock.millis() - claim.claimedAt() > CLAIM_PATIENCE.toMillis()) {
                return writer.bury(claim.tweetId(), tweet) ? null : new Posted.Repeated(claim.tweetId());
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw unavailable();
    }

    private Outcome takeOver(Claim claim, Tweet tweet, IdempotencyKey key) {
        long begin = System.nanoTime();
        long now = clock.millis();
        if (!claims.move(claim, tweet, key, now)) {
            throw unavailable();
        }
        return store(tweet, begin);
    }

    /** After the deadline it may be stored, but another post may be about to take over the key. */
    private Outcome store(Tweet tweet, long begin) {
        Entry<OutboxKey> entry = writer.store(tweet);
        if (System.nanoTime() - begin > DEADLINE.toNanos()) {
            throw unavailable();
        }
        return new Outcome(new Posted.Stored(), entry);
    }

    private UnavailableException unavailable() {
        return new UnavailableException(cassandra.guard().dependency(), null);
    }

    /**
     * The outcome of a post.
     *
     * @param entry its event, if it was stored
     */
    record Outcome(Posted posted, @Nullable Entry<OutboxKey> entry) {}
}
