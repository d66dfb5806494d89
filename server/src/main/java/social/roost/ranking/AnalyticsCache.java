package social.roost.ranking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.analytics.AnalyticsStore;
import social.roost.analytics.Measure;
import social.roost.analytics.Tally;
import social.roost.base.Ids;
import social.roost.base.Snowflake;
import social.roost.base.UnavailableException;

/**
 * How often tweets are seen and opened, and what is expected of their authors. All of it is loaded in the background, in
 * batches, one at a time: a read never waits, but gets typical values, or those of a minute ago.
 */
public final class AnalyticsCache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsCache.class);
    /** With about 60 bytes each. */
    private static final int MOST_TWEETS = 1 << 17;

    private static final int MOST_AUTHORS = 50_000;
    private static final int MOST_PENDING = 20_000;
    private static final int BATCH = 500;
    private static final Duration FRESH = Duration.ofMinutes(1);
    /** What is counted of a tweet changes the less the older it is: it stays known for this part of its age. */
    private static final int PARTS_OF_AGE = 20;

    private static final Duration GATHERING = Duration.ofMillis(50);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration AUTHORS_FRESH = Duration.ofMinutes(10);
    private static final Duration AUTHORS_PAST = Duration.ofDays(28);

    private final AnalyticsStore analytics;
    private final InstantSource clock;
    /** By the hash of the tweet's id. Of two tweets with the same place, only the last one to be loaded is known. */
    private final AtomicReferenceArray<@Nullable Known> tweets = new AtomicReferenceArray<>(MOST_TWEETS);

    private final Cache<Long, Rates> authors = Caffeine.newBuilder()
            .maximumSize(MOST_AUTHORS)
            .expireAfterWrite(AUTHORS_FRESH)
            .build();

    /** Authors by tweet. */
    private final Map<Long, Long> pending = new ConcurrentHashMap<>();

    private final AtomicBoolean isLoading = new AtomicBoolean();
    private volatile boolean closed;

    public AnalyticsCache(AnalyticsStore analytics, InstantSource clock) {
        this.analytics = analytics;
        this.clock = clock;
    }

    /**
     * What is known of a tweet.
     *
     * @param now in milliseconds since 1970
     */
    Known of(long tweetId, long authorId, long now) {
        Known found = tweets.get(place(tweetId));
        Known known = found != null && found.tweetId == tweetId ? found : Known.NOTHING;
        if (known.staleAt <= now) {
            tweets.set(place(tweetId), new Known(tweetId, known.audience, known.prior, now + RETRY.toMillis()));
            request(tweetId, authorId);
        }
        return known;
    }

    private static int place(long tweetId) {
        return (int) ((tweetId * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - Integer.numberOfTrailingZeros(MOST_TWEETS)));
    }

    private void request(long tweetId, long authorId) {
        if (pending.size() < MOST_PENDING) {
            pending.put(tweetId, authorId);
            if (isLoading.compareAndSet(false, true)) {
                Thread _ = Thread.ofVirtual().name("roost-ranking").start(this::load);
            }
        }
    }

    /** Until nothing is pending; waits for others first, since one batch costs about as much as one tweet. */
    private void load() {
        try {
            Thread.sleep(GATHERING);
            while (!pending.isEmpty() && !closed) {
                Map<Long, Long> batch = HashMap.newHashMap(BATCH);
                for (Map.Entry<Long, Long> each : pending.entrySet()) {
                    if (batch.size() == BATCH) {
                        break;
                    }
                    batch.put(each.getKey(), each.getValue());
                }
                batch.keySet().forEach(pending::remove);
                load(batch);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            isLoading.set(false);
        }
    }

    /** While analytics is unavailable, tweets are ranked without it. */
    private void load(Map<Long, Long> batch) {
        try {
            loadAuthors(batch);
            Map<Long, Tally> tallies = analytics.totals(Ids.of(batch.keySet(), id -> id));
            long now = clock.millis();
            batch.forEach((tweet, author) -> {
                Tally tally = tallies.get(tweet);
                Rates prior = authors.getIfPresent(author);
                tweets.set(
                        place(tweet),
                        new Known(
                                tweet,
                                tally == null ? Audience.NONE : audience(tally),
                                prior == null ? Rates.TYPICAL : prior,
                                now + Math.max(FRESH.toMillis(), (now - Snowflake.millis(tweet)) / PARTS_OF_AGE)));
            });
        } catch (UnavailableException e) {
            LOG.debug("Ranked without analytics: {}", e.getMessage());
            pending.clear();
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.warn("Could not load analytics for the ranking", e);
            }
            pending.clear();
        }
    }

    private void loadAuthors(Map<Long, Long> batch) {
        long[] missing = batch.values().stream()
                .distinct()
                .filter(id -> authors.getIfPresent(id) == null)
                .mapToLong(id -> id)
                .toArray();
        if (missing.length > 0) {
            Map<Long, Tally> tallies = analytics.totalsOfAuthors(missing, clock.millis() - AUTHORS_PAST.toMillis());
            for (long id : missing) {
                Tally tally = tallies.get(id);
                authors.put(id, tally == null ? Rates.TYPICAL : rates(tally));
            }
        }
    }

    private static Audience audience(Tally tally) {
        return Audience.about(tally.of(Measure.IMPRESSIONS), opens(tally), tally.of(Measure.FOLLOWS));
    }

    /** From rounded numbers, like those of a single tweet: an author may have only one. */
    private static Rates rates(Tally tally) {
        long impressions = Audience.about(tally.of(Measure.IMPRESSIONS));
        Rates typical = Rates.TYPICAL;
        return new Rates(
                rate(tally.of(Measure.LIKES), impressions, typical.likes()),
                rate(tally.of(Measure.RETWEETS), impressions, typical.retweets()),
                rate(tally.of(Measure.QUOTES), impressions, typical.quotes()),
                rate(tally.of(Measure.REPLIES), impressions, typical.replies()),
                rate(opens(tally), impressions, typical.opens()),
                rate(tally.of(Measure.FOLLOWS), impressions, typical.follows()));
    }

    private static double rate(long count, long impressions, double prior) {
        return Rates.of(Audience.about(count), impressions, prior);
    }

    private static long opens(Tally tally) {
        return tally.of(Measure.LINK_OPENS) + tally.of(Measure.MEDIA_OPENS);
    }

    /** Loads nothing more. */
    @Override
    public void close() {
        closed = true;
    }

    /**
     * What is known of a tweet.
     *
     * @param prior what is expected of its author
     * @param staleAt when it is loaded again, in milliseconds since 1970
     */
    record Known(long tweetId, Audience audience, Rates prior, long staleAt) {
        static final Known NOTHING = new Known(0, Audience.NONE, Rates.TYPICAL, 0);
    }
}
