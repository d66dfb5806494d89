package social.roost.trend;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.base.Scan;
import social.roost.base.Snowflake;
import social.roost.tweet.Revision;
import social.roost.tweet.Tweet;
import social.roost.tweet.text.Entities;
import social.roost.tweet.text.TweetText;
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
        return of(tweet, extract.text(), extract.topics());
    }

    /**
     * An edited tweet with the topics that it did not have before.
     *
     * @param revisions all versions of its text, the current one among them
     * @return null if the tweet does not count, or has no new topic
     */
    @Nullable
    TopicalTweet added(Tweet tweet, List<Revision> revisions) {
        TopicalTweet edited = of(tweet);
        if (edited == null) {
            return null;
        }
        Set<String> before = new HashSet<>();
        for (Revision revision : revisions) {
            if (revision.number() < tweet.edition().number()) {
                Entities entities = TweetText.parse(revision.content()).entities();
                TopicExtraction.extract(revision.content(), entities)
                        .topics()
                        .forEach(topic -> before.add(topic.key()));
            }
        }
        List<Topic> added = edited.topics().stream()
                .filter(topic -> !before.contains(topic.key()))
                .toList();
        return added.isEmpty() ? null : of(tweet, edited.text(), added);
    }

    private TopicalTweet of(Tweet tweet, int text, List<Topic> topics) {
        return new TopicalTweet(
                tweet.id(), tweet.authorId(), isYoung(tweet), text, locations.get(tweet.authorId()), topics);
    }

    /** On a server that is new itself, all accounts are. */
    private boolean isYoung(Tweet tweet) {
        long at = Snowflake.millis(tweet.id());
        return at - Snowflake.millis(tweet.authorId()) < DAY && at - oldestAccountAt >= 2 * DAY;
    }
}
