package social.roost.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import social.roost.event.Event.TweetPosted;
import social.roost.event.EventLog.Subscription;

/** What every {@link EventLog} promises to followers, and to groups that subscribe to some streams only. */
public abstract class FollowedEventLogContract extends EventLogContract {

    @Test
    void aFollowerReceivesEveryEventFromNowOnAndNoneFromBefore() throws Exception {
        append(update(1));
        log.follow(consumer);
        append(update(2), new TweetPosted(3, 30));
        assertThat(consumer.take(2)).containsExactlyInAnyOrder(update(2), new TweetPosted(3, 30));
        assertThat(consumer.rest()).isEmpty();
    }

    @Test
    void everyFollowerReceivesEveryEvent() throws Exception {
        RecordingConsumer other = new RecordingConsumer();
        log.follow(consumer);
        log.follow(other);
        append(update(1));
        assertThat(consumer.take(1)).containsExactly(update(1));
        assertThat(other.take(1)).containsExactly(update(1));
    }

    @Test
    void aFollowerReceivesEventsOfOneKeyInOrder() throws Exception {
        log.follow(consumer);
        List<Event> events = LongStream.range(0, 3L * WINDOW)
                .<Event>mapToObj(tweet -> new TweetPosted(tweet, 10))
                .toList();
        log.append(events);
        assertThat(consumer.take(events.size())).isEqualTo(events);
    }

    @Test
    void aFollowerPassesOverAnEventThatKeepsFailing() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        Subscription following = log.follow(event -> {
            if (((TweetPosted) event).tweetId() == 1) {
                attempts.incrementAndGet();
                throw new IllegalStateException("never");
            }
            consumer.consume(event);
        });
        append(new TweetPosted(1, 10), new TweetPosted(2, 10));
        assertThat(consumer.take(1)).containsExactly(new TweetPosted(2, 10));
        assertThat(attempts).hasValue(ATTEMPTS);
        Await.until(() -> following.lag() == 0);
    }

    @Test
    void theLagOfASubscriptionCountsWhatIsInProgress() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Subscription following = log.follow(_ -> go.await());
        Subscription subscribed = log.subscribe(GROUP, _ -> go.await());
        assertThat(following.lag()).isZero();
        for (long user = 0; user < 2 * WINDOW; user++) {
            append(update(user));
        }
        assertThat(following.lag()).isEqualTo(2 * WINDOW);
        assertThat(subscribed.lag()).isEqualTo(2 * WINDOW);
        go.countDown();
        Await.until(() -> following.lag() == 0 && subscribed.lag() == 0);
    }

    @Test
    void aClosedFollowerReceivesNothing() throws Exception {
        Subscription following = log.follow(consumer);
        RecordingConsumer other = new RecordingConsumer();
        log.follow(other);
        following.close();
        append(update(1));
        other.take(1);
        assertThat(consumer.rest()).isEmpty();
    }

    /** In every log, so that a consumer that would miss events in a cluster also misses them in one process. */
    @Test
    void aConsumerReceivesTheStreamsItHandlesAndNoOthers() throws Exception {
        RecordingConsumer followed = new RecordingConsumer();
        log.subscribe(GROUP, only(Event.Stream.TWEETS, consumer));
        log.follow(only(Event.Stream.TWEETS, followed));
        append(update(1), new TweetPosted(2, 20), update(3), new TweetPosted(4, 40));
        Event[] tweets = {new TweetPosted(2, 20), new TweetPosted(4, 40)};
        assertThat(consumer.take(2)).containsExactlyInAnyOrder(tweets);
        assertThat(followed.take(2)).containsExactlyInAnyOrder(tweets);
        Await.noLag(log, GROUP);
        assertThat(consumer.rest()).isEmpty();
        assertThat(followed.rest()).isEmpty();
    }

    /** Consumes whatever it receives, but subscribes to one stream. */
    protected static EventConsumer only(Event.Stream stream, EventConsumer consumer) {
        return new EventConsumer() {
            @Override
            public void consume(Event event) throws Exception {
                consumer.consume(event);
            }

            @Override
            public Set<Event.Stream> streams() {
                return Set.of(stream);
            }
        };
    }
}
