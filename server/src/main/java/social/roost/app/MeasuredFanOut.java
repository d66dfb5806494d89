package social.roost.app;

import io.micrometer.core.instrument.Timer;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import social.roost.base.Snowflake;
import social.roost.event.Event;
import social.roost.event.EventConsumer;

/**
 * Measures the lag of the fan-out.
 *
 * @param lag records, for each step, the time since the tweet was created
 */
record MeasuredFanOut(EventConsumer fanOut, Timer lag, InstantSource clock) implements EventConsumer {

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
        lag.record(Math.max(0, clock.millis() - Snowflake.millis(tweetId)), TimeUnit.MILLISECONDS);
    }
}
