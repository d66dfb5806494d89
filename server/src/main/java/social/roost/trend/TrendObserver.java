package social.roost.trend;

import java.time.InstantSource;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;

/** Tells the detection of trends which tweets are posted and edited, and which authors are suspended. */
public final class TrendObserver implements StreamConsumer.OfTweets, StreamConsumer.OfUsers {
    private final TopicalTweets topical;
    private final TweetStore tweets;
    private final ObservationLog observations;
    private final InstantSource clock;

    public TrendObserver(TopicalTweets topical, TweetStore tweets, ObservationLog observations, InstantSource clock) {
        this.topical = topical;
        this.tweets = tweets;
        this.observations = observations;
        this.clock = clock;
    }

    @Override
    public void consume(Event.OfTweets event) {
        switch (event) {
            case Event.TweetPosted(long tweet, long _) -> observe(tweet);
            case Event.TweetEdited(long tweet, long _) -> observeEdited(tweet);
            case Event.TweetDeleted _ -> {}
        }
    }

    @Override
    public void consume(Event.OfUsers event) {
        if (event instanceof Event.UserSuspended(long user)) {
            observations.append(new Observation.Suspended(user, clock.millis()));
        }
    }

    void observe(long tweetId) {
        Tweet tweet = tweets.find(new long[] {tweetId}).get(tweetId);
        if (tweet != null) {
            observe(tweet);
        }
    }

    /** Counts what no earlier version has said. */
    void observeEdited(long tweetId) {
        Tweet tweet = tweets.find(new long[] {tweetId}).get(tweetId);
        TopicalTweet added = tweet == null ? null : topical.added(tweet, tweets.revisions(tweetId));
        if (added != null) {
            observations.append(new Observation.Tweeted(added));
        }
    }

    void observe(Tweet tweet) {
        TopicalTweet counted = topical.of(tweet);
        if (counted != null) {
            observations.append(new Observation.Tweeted(counted));
        }
    }

    /** Says that everything before this time, in milliseconds since 1970, was observed. */
    public void tick(long atMillis) {
        observations.append(new Observation.Clock(atMillis));
    }
}
