package social.roost.trend;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;
import social.roost.base.Snowflake;
import social.roost.tweet.Tweet;
import social.roost.user.Suspensions;
import social.roost.user.UserStore;

/** What the detector needs to know of a stored tweet. */
public final class TopicalTweets {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int KNOWN_AUTHORS = 100_000;

    private final Suspensions suspensions;
    private final LoadingCache<Long, String> locations;
    private final long oldestAccountAt;

    /** @param oldestAccountAt what {@link #oldestAccountAt(UserStore, InstantSource)} returns */
    public TopicalTweets(TrendChoiceStore choices, Suspensions suspensions, long oldestAccountAt) {
        this.suspensions = suspensions;
        this.oldestAccountAt = oldestAccountAt;
        locations = Caffeine.newBuilder()
                .maximumSize(KNOWN_AUTHORS)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build(choices::location);
    }

    /** When the first account was created, in milliseconds since 1970; now if there is none. */
    public static long oldestAccountAt(UserStore users, InstantSource clock) {
        return users.scan(Scan.START, 1).items().stream()
                .map(user -> Snowflake.millis(user.id()))
                .findFirst()
                .orElseGet(clock::millis);
    }

    /** Returns null if the tweet does not count: a retweet, or one of a suspended author. */
    @Nullable
    TopicalTweet of(Tweet tweet) {
        if (tweet.isRetweet() || suspensions.include(tweet.authorId())) {
            return null;
        }
        TopicExtraction.Extract extract = TopicExtraction.extract(tweet.content(), tweet.entities());
        return new TopicalTweet(
                tweet.id(),
                tweet.authorId(),
                isYoung(tweet),
                extract.text(),
                locations.get(tweet.authorId()),
                extract.topics());
    }

    /** On a server that is new itself, all accounts are. */
    private boolean isYoung(Tweet tweet) {
        long at = Snowflake.millis(tweet.id());
        return at - Snowflake.millis(tweet.authorId()) < DAY && at - oldestAccountAt >= 2 * DAY;
    }
}
