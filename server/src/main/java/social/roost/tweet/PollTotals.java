package social.roost.tweet;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import social.roost.base.CacheUse;
import social.roost.base.Ids;
import social.roost.base.UnavailableException;

/**
 * The counted votes of polls that are shown at the moment. However many readers a poll has, it is counted once a second;
 * one with very many votes every ten seconds. A vote in this process is counted at once, unless the poll is that large.
 * What is shown after the end of a poll was counted after it.
 */
final class PollTotals {
    /** With about 300 bytes each. */
    private static final int MOST_POLLS = 20_000;

    private static final long LARGE = 10_000;
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final Duration KEPT_IF_LARGE = Duration.ofSeconds(10);

    private final PollStore store;
    private final InstantSource clock;

    /** Whoever asks for a poll that is being counted waits for that count. */
    private final AsyncCache<Long, Counted> cache;

    PollTotals(PollStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        cache = Caffeine.newBuilder()
                .maximumSize(MOST_POLLS)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .expireAfter(Expiry.creating((Long _, Counted counted) -> counted.isLarge() ? KEPT_IF_LARGE : KEPT))
                .recordStats()
                .buildAsync();
    }

    CacheUse use() {
        return new CacheUse(cache.synchronous());
    }

    /**
     * The totals of the polls of these tweets, see {@link PollStore#totals}.
     *
     * @return by tweet
     * @throws UnavailableException if the votes cannot be read
     */
    Map<Long, List<Long>> of(Collection<Tweet> tweets) {
        long now = clock.millis();
        Map<Long, Counted> counted = counted(tweets.stream().map(Tweet::id).toList());
        List<Long> early = tweets.stream()
                .filter(tweet -> isEarly(tweet, now, Objects.requireNonNull(counted.get(tweet.id()))))
                .map(Tweet::id)
                .toList();
        Map<Long, List<Long>> totals = HashMap.newHashMap(tweets.size());
        counted.forEach((id, each) -> totals.put(id, each.byOption));
        if (!early.isEmpty()) {
            early.forEach(cache.synchronous()::invalidate);
            counted(early).forEach((id, each) -> totals.put(id, each.byOption));
        }
        return totals;
    }

    private static boolean isEarly(Tweet tweet, long now, Counted counted) {
        Poll poll = Objects.requireNonNull(tweet.poll());
        return poll.hasEnded(now) && counted.at < poll.endsAt();
    }

    private Map<Long, Counted> counted(Collection<Long> ids) {
        try {
            return cache.getAll(ids, (missing, _) -> CompletableFuture.completedFuture(count(missing)))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Map<Long, Counted> count(Set<? extends Long> ids) {
        long now = clock.millis();
        Map<Long, List<Long>> totals = store.totals(Ids.of(ids, id -> id));
        Map<Long, Counted> counted = HashMap.newHashMap(ids.size());
        ids.forEach(id -> counted.put(id, new Counted(totals.getOrDefault(id, List.of()), now)));
        return counted;
    }

    /** A vote was stored. A count that is under way may be without it. */
    void voted(long pollId) {
        CompletableFuture<Counted> counted = cache.getIfPresent(pollId);
        if (counted != null
                && !(counted.state() == CompletableFuture.State.SUCCESS
                        && counted.resultNow().isLarge())) {
            boolean _ = cache.asMap().remove(pollId, counted);
        }
    }

    /** @param at when counting began, in milliseconds since 1970 */
    private record Counted(List<Long> byOption, long at) {
        boolean isLarge() {
            return byOption.stream().mapToLong(votes -> votes).sum() >= LARGE;
        }
    }
}
