package social.roost.analytics;

import java.time.Duration;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import social.roost.base.Rejection;
import social.roost.tweet.StoredTweet;
import social.roost.tweet.Tweets;

/** The counts of tweets, for their author alone. */
public final class TweetAnalytics {
    public static final int MOST_DAYS = 90;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final Duration SHOWN_HOURS = Duration.ofDays(7);

    private final AnalyticsStore store;
    private final Tweets tweets;
    private final InstantSource clock;
    private final LongSupplier completeAt;

    /** @param completeAt up to when all events have been counted, in milliseconds since 1970 */
    public TweetAnalytics(AnalyticsStore store, Tweets tweets, InstantSource clock, LongSupplier completeAt) {
        this.store = store;
        this.tweets = tweets;
        this.clock = clock;
        this.completeAt = completeAt;
    }

    /**
     * The counts of a tweet; for a retweet, of its original.
     *
     * @throws Rejection NOT_FOUND if it does not exist or is another author's
     */
    public OfTweet ofTweet(long userId, long tweetId) {
        long id = tweets.find(tweetId)
                .map(StoredTweet::subjectId)
                .flatMap(tweets::find)
                .filter(tweet -> tweet.authorId() == userId)
                .orElseThrow(() -> Rejection.notFound("tweet"))
                .id();
        long asOf = completeAt.getAsLong();
        SortedMap<Long, Tally> hours = store.hoursOfTweet(id);
        SortedMap<Long, Tally> days = new TreeMap<>();
        hours.forEach((hour, tally) ->
                days.computeIfAbsent(day(hour), _ -> new Tally()).add(tally));
        return new OfTweet(sum(days), asOf, hours.tailMap(clock.millis() - SHOWN_HOURS.toMillis()), days);
    }

    /**
     * The counts of all tweets of a user together.
     *
     * @param count of days up to today, in UTC
     */
    public OfUser ofUser(long userId, int count) {
        long asOf = completeAt.getAsLong();
        long first = day(clock.millis()) - (count - 1) * DAY;
        SortedMap<Long, Tally> days = new TreeMap<>(store.daysOfAuthor(userId, first));
        for (int i = 0; i < count; i++) {
            days.putIfAbsent(first + i * DAY, new Tally());
        }
        return new OfUser(sum(days), asOf, days);
    }

    private static long day(long millis) {
        return Math.floorDiv(millis, DAY) * DAY;
    }

    private static Tally sum(SortedMap<Long, Tally> tallies) {
        Tally sum = new Tally();
        tallies.values().forEach(sum::add);
        return sum;
    }

    /**
     * The counts of a tweet.
     *
     * @param hours of the last seven days, by their beginning; those without counts are left out
     * @param days by their beginning; those without counts are left out
     */
    public record OfTweet(Tally total, long asOf, SortedMap<Long, Tally> hours, SortedMap<Long, Tally> days) {}

    /** The counts of a user's tweets, for each day by its beginning. */
    public record OfUser(Tally total, long asOf, SortedMap<Long, Tally> days) {}
}
