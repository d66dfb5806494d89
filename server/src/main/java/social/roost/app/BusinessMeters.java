package social.roost.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import social.roost.event.Event;
import social.roost.event.EventCodec;
import social.roost.tweet.References;
import social.roost.tweet.TweetListener;
import social.roost.user.Sessions;

/** Counts what users do. */
final class BusinessMeters {
    private final MeterRegistry registry;
    private final ConcurrentMap<Class<?>, Counter> events = new ConcurrentHashMap<>();
    private final Counter tweets;
    private final Counter replies;
    private final Counter quotes;
    private final Counter retweets;

    BusinessMeters(MeterRegistry registry) {
        this.registry = registry;
        tweets = posted("tweet");
        replies = posted("reply");
        quotes = posted("quote");
        retweets = posted("retweet");
    }

    private Counter posted(String kind) {
        return Counter.builder("roost.tweets.posted")
                .description("Tweets that were posted here.")
                .tag("kind", kind)
                .register(registry);
    }

    /** Counts the tweets that a listener is told of. */
    TweetListener counted(TweetListener listener) {
        return tweet -> {
            kind(tweet.references()).increment();
            listener.posted(tweet);
        };
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

    /** Called by a consumer group, so an event counts once in the whole cluster; one that is delivered twice counts twice. */
    void happened(Event event) {
        events.computeIfAbsent(event.getClass(), this::counter).increment();
    }

    private Counter counter(Class<?> type) {
        return Counter.builder("roost.events.happened")
                .description("What happened, such as user_registered, followed, tweet_liked.")
                .tag("type", EventCodec.nameOf(type))
                .register(registry);
    }

    void countSessions(Sessions sessions) {
        FunctionCounter.builder("roost.sessions.begun", sessions, Sessions::begun)
                .description("Log-ins that succeeded here.")
                .register(registry);
    }
}
