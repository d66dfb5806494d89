package social.roost.analytics;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import social.roost.analytics.AnalyticsStore.Seen;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.tweet.CurrentState;
import social.roost.tweet.Mark;
import social.roost.tweet.Tweet;
import social.roost.user.Suspensions;

/**
 * Counts engagements, as the consumer group {@code analytics}. It reads the current state of the stores, so it does not
 * matter how often and in which order events arrive. What was posted longer ago than viewers are known is not counted,
 * because it could have been counted before.
 */
public final class EngagementCounting
        implements StreamConsumer.OfTweets,
                StreamConsumer.OfEngagements,
                StreamConsumer.OfGraph,
                StreamConsumer.OfUsers {
    /** A follow this soon after the viewer opened the author's profile from a tweet results from the tweet. */
    private static final Duration FOLLOWS_WITHIN = Duration.ofMinutes(30);

    private final AnalyticsStore store;
    private final CurrentState state;
    private final Suspensions suspensions;
    private final InstantSource clock;

    public EngagementCounting(AnalyticsStore store, CurrentState state, Suspensions suspensions, InstantSource clock) {
        this.store = store;
        this.state = state;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    @Override
    public void consume(Event.OfTweets event) {
        Tweet tweet = event instanceof Event.TweetEdited ? null : state.postedTweet(event.tweetId());
        if (tweet == null || tweet.createdAt() <= clock.millis() - AnalyticsStore.WINDOW.toMillis()) {
            return;
        }
        Long original = tweet.retweetOfId();
        if (original != null) {
            retweeted(original, tweet.authorId());
            return;
        }
        boolean exists = state.tweet(tweet.id()) != null;
        referred(exists, tweet, tweet.references().replyToId(), Measure.REPLIES);
        referred(exists, tweet, tweet.references().quoteOfId(), Measure.QUOTES);
    }

    private void retweeted(long originalId, long userId) {
        Long retweet = state.retweet(userId, originalId);
        set(retweet != null, userId, originalId, Measure.RETWEETS, 0, clock.millis());
    }

    private void referred(boolean exists, Tweet tweet, @Nullable Long to, Measure measure) {
        if (to != null) {
            set(exists, tweet.authorId(), to, measure, tweet.id(), tweet.createdAt());
        }
    }

    @Override
    public void consume(Event.OfEngagements event) {
        switch (event) {
            case Event.TweetLiked(long tweet, long user) -> marked(Mark.LIKE, user, tweet, Measure.LIKES);
            case Event.TweetUnliked(long tweet, long user) -> marked(Mark.LIKE, user, tweet, Measure.LIKES);
            case Event.TweetBookmarked(long tweet, long user) -> marked(Mark.BOOKMARK, user, tweet, Measure.BOOKMARKS);
            case Event.TweetUnbookmarked(long tweet, long user) ->
                marked(Mark.BOOKMARK, user, tweet, Measure.BOOKMARKS);
            case Event.CountsChanged _ -> {}
        }
    }

    private void marked(Mark mark, long userId, long tweetId, Measure measure) {
        set(state.has(mark, userId, tweetId), userId, tweetId, measure, 0, clock.millis());
    }

    private void set(boolean engaged, long userId, long tweetId, Measure measure, long reference, long at) {
        if (!engaged) {
            store.withdraw(userId, tweetId, measure, reference, clock.millis());
            return;
        }
        Tweet tweet = state.tweet(tweetId);
        if (tweet != null && tweet.authorId() != userId && !suspensions.include(userId)) {
            store.engage(userId, new Seen(tweetId, tweet.authorId(), measure, reference, at));
        }
    }

    @Override
    public void consume(Event.OfGraph event) {
        if (event instanceof Event.OfFollows follow) {
            followed(follow.followerId(), follow.followeeId());
        }
    }

    private void followed(long followerId, long followeeId) {
        long now = clock.millis();
        var counted =
                store.engagedTweets(followerId, followeeId, Measure.FOLLOWS, now - AnalyticsStore.WINDOW.toMillis());
        if (!state.follows(followerId, followeeId)) {
            counted.forEach(tweet -> store.withdraw(followerId, tweet.tweetId(), Measure.FOLLOWS, 0, now));
        } else if (counted.isEmpty()) {
            store.engagedTweets(followerId, followeeId, Measure.PROFILE_OPENS, now - FOLLOWS_WITHIN.toMillis()).stream()
                    .findFirst()
                    .ifPresent(tweet -> set(true, followerId, tweet.tweetId(), Measure.FOLLOWS, 0, now));
        }
    }

    /** Those who are reinstated count from then on. */
    @Override
    public void consume(Event.OfUsers event) {
        if (event instanceof Event.UserSuspended(long user)) {
            store.removeViewer(user, clock.millis());
        }
    }
}
