package social.roost.app;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import social.roost.base.Snowflake;
import social.roost.event.Event;
import social.roost.event.EventConsumer;

/** Measures how long after a tweet was posted each step of its fan-out was done. */
record MeasuredFanOut(EventConsumer fanOut, Metrics metrics, InstantSource clock) implements EventConsumer {

    @Override
    public void consume(Event event) throws Exception {
        fanOut.consume(event);
        if (event instanceof Event.TweetPosted(long tweet, long _)) {
            done(tweet);
        } else if (event instanceof Event.FanOutPart(long tweet, long _, long _, long _)) {
            done(tweet);
        }
    }

    @Override
    public Set<Event.Stream> streams() {
        return fanOut.streams();
    }

    /** Another process's clock may be ahead of this one's. */
    private void done(long tweetId) {
        metrics.fanOutLag.record(Math.max(0, clock.millis() - Snowflake.millis(tweetId)), TimeUnit.MILLISECONDS);
    }
}
