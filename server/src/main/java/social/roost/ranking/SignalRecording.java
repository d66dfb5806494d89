package social.roost.ranking;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.ranking.Signal.Kind;
import social.roost.tweet.CurrentState;
import social.roost.tweet.Mark;
import social.roost.tweet.Tweet;

/**
 * Records what readers do with tweets, as the consumer group {@code ranking}. It reads the current state of the stores,
 * so it does not matter how often and in which order events arrive.
 */
public final class SignalRecording implements StreamConsumer.OfTweets, StreamConsumer.OfEngagements {
    private final SignalStore signals;
    private final CurrentState state;
    private final InstantSource clock;

    public SignalRecording(SignalStore signals, CurrentState state, InstantSource clock) {
        this.signals = signals;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public void consume(Event.OfTweets event) {
        Tweet tweet = event instanceof Event.TweetEdited ? null : state.postedTweet(event.tweetId());
        if (tweet == null) {
            return;
        }
        Long original = tweet.retweetOfId();
        if (original != null) {
            record(
                    state.retweet(tweet.authorId(), original) != null,
                    tweet.authorId(),
                    original,
                    original,
                    Kind.RETWEET);
            return;
        }
        boolean exists = state.tweet(tweet.id()) != null;
        referred(exists, tweet, tweet.references().replyToId(), Kind.REPLY);
        referred(exists, tweet, tweet.references().quoteOfId(), Kind.QUOTE);
    }

    private void referred(boolean exists, Tweet tweet, @Nullable Long to, Kind kind) {
        if (to != null) {
            record(exists, tweet.authorId(), tweet.id(), to, kind);
        }
    }

    @Override
    public void consume(Event.OfEngagements event) {
        switch (event) {
            case Event.TweetLiked(long tweet, long user) -> liked(user, tweet);
            case Event.TweetUnliked(long tweet, long user) -> liked(user, tweet);
            default -> {}
        }
    }

    private void liked(long userId, long tweetId) {
        record(state.has(Mark.LIKE, userId, tweetId), userId, tweetId, tweetId, Kind.LIKE);
    }

    private void record(boolean isDone, long readerId, long id, long subjectId, Kind kind) {
        Tweet subject = isDone ? state.tweet(subjectId) : null;
        if (subject == null) {
            signals.remove(readerId, id, kind);
        } else if (subject.authorId() != readerId) {
            signals.add(readerId, new Signal(id, subject.authorId(), kind, clock.millis()));
        }
    }
}
