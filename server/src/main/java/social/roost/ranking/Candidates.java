package social.roost.ranking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.analytics.AnalyticsStore;
import social.roost.analytics.Measure;
import social.roost.analytics.Tally;
import social.roost.base.Ids;
import social.roost.base.UnavailableException;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweets;

/** Reads what the ranking knows of tweets: from caches, and what is missing in one batch of each kind. */
public final class Candidates {
    private static final Logger LOG = LoggerFactory.getLogger(Candidates.class);
    private static final int MOST_TWEETS = 200_000;
    private static final int MOST_AUTHORS = 50_000;
    private static final Duration AUDIENCE_KEPT = Duration.ofMinutes(1);
    private static final Duration RATES_KEPT = Duration.ofMinutes(10);
    private static final Duration AUTHORS_PAST = Duration.ofDays(28);

    private final Tweets tweets;
    private final AnalyticsStore analytics;
    private final InstantSource clock;
    private final Cache<Long, Audience> audiences = cache(MOST_TWEETS, AUDIENCE_KEPT);
    private final Cache<Long, Rates> rates = cache(MOST_AUTHORS, RATES_KEPT);

    public Candidates(Tweets tweets, AnalyticsStore analytics, InstantSource clock) {
        this.tweets = tweets;
        this.analytics = analytics;
        this.clock = clock;
    }

    private static <T> Cache<Long, T> cache(int most, Duration kept) {
        return Caffeine.newBuilder().maximumSize(most).expireAfterWrite(kept).build();
    }

    /** Those of the tweets that are not deleted. */
    public Candidate[] of(long[] ids) {
        @Nullable StoredTweet[] found = tweets.find(ids);
        @Nullable StoredTweet[] subjects = subjects(found);
        long[] subjectIds = Ids.of(Stream.of(subjects).filter(Objects::nonNull).toList(), StoredTweet::id);
        Map<Long, Audience> seenBy = find(audiences, subjectIds, this::loadAudiences, Audience.NONE);
        long[] authorIds = Stream.of(subjects)
                .filter(Objects::nonNull)
                .mapToLong(StoredTweet::authorId)
                .distinct()
                .toArray();
        Map<Long, Rates> priors = find(rates, authorIds, this::loadRates, Rates.TYPICAL);
        Candidate[] candidates = new Candidate[subjectIds.length];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            StoredTweet tweet = found[i];
            StoredTweet subject = subjects[i];
            if (tweet != null && subject != null) {
                candidates[count++] = new Candidate(
                        tweet.id(),
                        tweet.authorId(),
                        subject.id(),
                        subject.tweet().conversationId(),
                        tweet.tweet().createdAt(),
                        subject.counts(),
                        Objects.requireNonNull(seenBy.get(subject.id())),
                        Objects.requireNonNull(priors.get(subject.authorId())));
            }
        }
        return candidates;
    }

    private @Nullable StoredTweet[] subjects(@Nullable StoredTweet[] found) {
        @Nullable StoredTweet[] subjects = found.clone();
        long[] originals = new long[found.length];
        int[] places = new int[found.length];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            StoredTweet tweet = found[i];
            if (tweet != null && tweet.tweet().isRetweet()) {
                originals[count] = tweet.subjectId();
                places[count++] = i;
            }
        }
        @Nullable StoredTweet[] loaded = tweets.find(Arrays.copyOf(originals, count));
        for (int i = 0; i < count; i++) {
            subjects[places[i]] = loaded[i];
        }
        return subjects;
    }

    /** While analytics is unavailable, tweets are ranked without it. */
    private static <T> Map<Long, T> find(
            Cache<Long, T> cache, long[] ids, Function<long[], Map<Long, T>> load, T otherwise) {
        Map<Long, T> found = HashMap.newHashMap(ids.length);
        long[] missing = new long[ids.length];
        int count = 0;
        for (long id : ids) {
            T cached = cache.getIfPresent(id);
            if (cached == null) {
                missing[count++] = id;
            }
            found.put(id, cached == null ? otherwise : cached);
        }
        if (count > 0) {
            try {
                Map<Long, T> loaded = load.apply(Arrays.copyOf(missing, count));
                for (int i = 0; i < count; i++) {
                    T value = loaded.getOrDefault(missing[i], otherwise);
                    cache.put(missing[i], value);
                    found.put(missing[i], value);
                }
            } catch (UnavailableException e) {
                LOG.debug("Ranked without analytics, since {}", e.getMessage());
            }
        }
        return found;
    }

    private Map<Long, Audience> loadAudiences(long[] tweetIds) {
        Map<Long, Audience> loaded = HashMap.newHashMap(tweetIds.length);
        analytics
                .totals(tweetIds)
                .forEach((id, tally) -> loaded.put(
                        id, Audience.about(tally.of(Measure.IMPRESSIONS), opens(tally), tally.of(Measure.FOLLOWS))));
        return loaded;
    }

    private Map<Long, Rates> loadRates(long[] authorIds) {
        Map<Long, Rates> loaded = HashMap.newHashMap(authorIds.length);
        analytics
                .totalsOfAuthors(authorIds, clock.millis() - AUTHORS_PAST.toMillis())
                .forEach((id, tally) -> loaded.put(id, rates(tally)));
        return loaded;
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
}
