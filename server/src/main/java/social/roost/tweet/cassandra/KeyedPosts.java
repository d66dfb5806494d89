package social.roost.tweet.cassandra;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.event.Outbox.Entry;
import social.roost.event.cassandra.OutboxKey;
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

    /** Stores the tweets, or returns the outcome of an earlier post with this key. */
    Outcome post(List<Tweet> thread, IdempotencyKey key) {
        long begin = System.nanoTime();
        long now = clock.millis();
        Claim claim = claims.claim(thread.getFirst(), key, now);
        if (claim.tweetId() == thread.getFirst().id()) {
            return store(thread, begin);
        }
        Posted earlier = judged(claim, thread, key);
        return earlier == null ? takeOver(claim, thread, key) : Outcome.of(earlier);
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
        return isStored(claim, key) ? new Posted.Repeated(claim.tweetId()) : null;
    }

    /** Whether all tweets of the request can be read: those of a batch appear one after the other. */
    private boolean isStored(Claim claim, IdempotencyKey key) {
        long first = claim.tweetId();
        return rows.areSettled(LongStream.range(first, first + key.tweets()).toArray());
    }

    private static boolean isExpired(Claim claim, long now) {
        return now - claim.createdAt() > IdempotencyKey.LIFETIME.toMillis();
    }

    /** What an earlier claim means for this post; null if it does not count. */
    private @Nullable Posted judged(Claim claim, List<Tweet> thread, IdempotencyKey key) {
        if (isExpired(claim, thread.getFirst().createdAt())) {
            return null;
        }
        if (!key.request().equals(claim.request())) {
            return new Posted.KeyReused();
        }
        for (int look = 0; look < LOOKS; look++) {
            if (isStored(claim, key)) {
                return new Posted.Repeated(claim.tweetId());
            }
            if (clock.millis() - claim.claimedAt() > CLAIM_PATIENCE.toMillis()
                    && writer.bury(claim.tweetId(), thread)) {
                return null;
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw unavailable();
    }

    private Outcome takeOver(Claim claim, List<Tweet> thread, IdempotencyKey key) {
        long begin = System.nanoTime();
        long now = clock.millis();
        if (!claims.move(claim, thread.getFirst(), key, now)) {
            throw unavailable();
        }
        return store(thread, begin);
    }

    /** After the deadline they may be stored, but another post may be about to take over the key. */
    private Outcome store(List<Tweet> thread, long begin) {
        List<Entry<OutboxKey>> entries = writer.store(thread);
        if (System.nanoTime() - begin > DEADLINE.toNanos()) {
            throw unavailable();
        }
        return Outcome.stored(entries);
    }

    private UnavailableException unavailable() {
        return new UnavailableException(cassandra.guard().dependency(), null);
    }

    /**
     * The outcome of a post.
     *
     * @param entries the events of what was stored
     */
    record Outcome(Posted posted, List<Entry<OutboxKey>> entries) {
        static Outcome stored(List<Entry<OutboxKey>> entries) {
            return new Outcome(new Posted.Stored(), entries);
        }

        /** Nothing was stored now. */
        static Outcome of(Posted earlier) {
            return new Outcome(earlier, List.of());
        }
    }
}
