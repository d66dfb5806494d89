package social.roost.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetListener;

/** Counts the tweets that this process stores, by kind. */
final class PostMeters implements TweetListener {
    private final Counter tweets;
    private final Counter replies;
    private final Counter quotes;
    private final Counter retweets;

    PostMeters(MeterRegistry registry) {
        tweets = counter(registry, "tweet");
        replies = counter(registry, "reply");
        quotes = counter(registry, "quote");
        retweets = counter(registry, "retweet");
    }

    private static Counter counter(MeterRegistry registry, String kind) {
        return Counter.builder("roost.tweets.posted")
                .description("Tweets posted through this process.")
                .tag("kind", kind)
                .register(registry);
    }

    @Override
    public void posted(Tweet tweet) {
        kind(tweet.references()).increment();
    }

    private Counter kind(References references) {
        if (references.retweetOfId() != null) {
            return retweets;
        }
        if (references.replyToId() != null) {
            return replies;
        }
        return references.quoteOfId() != null ? quotes : tweets;
    }
}
