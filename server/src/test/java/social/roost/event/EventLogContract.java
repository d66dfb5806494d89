package social.roost.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.event.Event.TweetPosted;
import social.roost.event.Event.UserUpdated;
import social.roost.event.EventLog.DeadLetter;
import social.roost.event.EventLog.Subscription;

/** What every {@link EventLog} promises, a test for each promise. */
@Timeout(240)
public abstract class EventLogContract {
    protected static final int ATTEMPTS = 3;
    private static final int CONCURRENCY = 4;
    protected static final int WINDOW = 50;
    protected static final String GROUP = "timelines";

    protected static final DeliverySettings SETTINGS = new DeliverySettings(
            CONCURRENCY, WINDOW, ATTEMPTS, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(10));

    protected EventLog log;
    protected final RecordingConsumer consumer = new RecordingConsumer();

    /** Opens the log of this test: a new one at first, later the same again. */
    protected abstract EventLog open(DeliverySettings settings) throws Exception;

    /** Cleanly stops what was opened last. */
    protected abstract void close();

    /**
     * Makes the next {@link #open} find what a crash now would leave; what is open may continue, but changes nothing
     * there.
     */
    protected abstract void crash() throws Exception;

    @BeforeEach
    void openLog() throws Exception {
        log = open(SETTINGS);
    }

    @AfterEach
    void closeLog() {
        close();
    }

    @Test
    void anEventIsDeliveredToEveryGroup() throws Exception {
        RecordingConsumer other = new RecordingConsumer();
        log.subscribe(GROUP, consumer);
        log.subscribe("search", other);
        append(new TweetPosted(1, 10));
        assertThat(consumer.take(1)).containsExactly(new TweetPosted(1, 10));
        assertThat(other.take(1)).containsExactly(new TweetPosted(1, 10));
    }

    @Test
    void eventsOfOneKeyAreDeliveredInOrderAndOneAtATime() throws Exception {
        Map<Long, Queue<Long>> tweetsByAuthor = new ConcurrentHashMap<>();
        Map<Long, AtomicInteger> running = new ConcurrentHashMap<>();
        AtomicInteger overlaps = new AtomicInteger();
        log.subscribe(GROUP, event -> {
            AtomicInteger ofKey = running.computeIfAbsent(event.key(), _ -> new AtomicInteger());
            overlaps.addAndGet(ofKey.getAndIncrement());
            LockSupport.parkNanos(1_000);
            tweetsByAuthor
                    .computeIfAbsent(event.key(), _ -> new ConcurrentLinkedQueue<>())
                    .add(((TweetPosted) event).tweetId());
            ofKey.decrementAndGet();
        });
        int authors = 7;
        int tweets = 40 * authors;
        for (long tweet = 0; tweet < tweets; tweet++) {
            append(new TweetPosted(tweet, tweet % authors));
        }
        awaitNoLag();
        assertThat(overlaps).hasValue(0);
        for (long author = 0; author < authors; author++) {
            long first = author;
            assertThat(tweetsByAuthor.get(author))
                    .containsExactlyElementsOf(LongStream.range(0, tweets)
                            .filter(tweet -> tweet % authors == first)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void eventsOfOneKeyThatWaitAreGivenTogetherToAConsumerThatTakesThem() throws Exception {
        Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
        log.subscribe(GROUP, new EventConsumer() {
            @Override
            public void consume(Event event) throws Exception {
                consumeTogether(List.of(event));
            }

            @Override
            public int together() {
                return 10;
            }

            @Override
            public void consumeTogether(List<Event> events) throws Exception {
                Thread.sleep(10);
                sizes.add(events.size());
                events.forEach(consumer::consume);
            }
        });
        List<Event> tweets = LongStream.range(0, 3L * WINDOW)
                .<Event>mapToObj(tweet -> new TweetPosted(tweet, 7))
                .toList();
        log.append(tweets);
        assertThat(consumer.take(tweets.size())).isEqualTo(tweets);
        // The number depends on how many arrived first: events in progress and waiting ones fill the window together.
        assertThat(sizes).anyMatch(size -> size > 1).allMatch(size -> size <= 10);
    }

    @Test
    void eventsOfOtherKeysAreDeliveredBesideEachOther() throws Exception {
        CyclicBarrier allAtOnce = new CyclicBarrier(CONCURRENCY);
        log.subscribe(GROUP, event -> {
            allAtOnce.await();
            consumer.consume(event);
        });
        append(update(1), update(2), update(3), update(4));
        consumer.take(CONCURRENCY);
    }

    @Test
    void noMoreEventsAreInProgressThanTheConcurrencyAllows() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        log.subscribe(GROUP, _ -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            LockSupport.parkNanos(1_000);
            running.decrementAndGet();
        });
        for (long user = 0; user < 200; user++) {
            append(update(user));
        }
        awaitNoLag();
        assertThat(most).hasValueLessThanOrEqualTo(CONCURRENCY);
    }

    @Test
    void moreEventsThanTheWindowHoldsAllComeThrough() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        log.subscribe(GROUP, event -> {
            go.await();
            consumer.consume(event);
        });
        List<Event> events = LongStream.range(0, 4L * WINDOW)
                .<Event>mapToObj(EventLogContract::update)
                .toList();
        log.append(events);
        go.countDown();
        assertThat(consumer.take(events.size())).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void anEventAppendedBeforeACrashIsDeliveredAfterIt() throws Exception {
        log.subscribe(GROUP, consumer).close();
        append(update(1), update(2));
        reopenAfterCrash();
        log.subscribe(GROUP, consumer);
        assertThat(consumer.take(2)).containsExactlyInAnyOrder(update(1), update(2));
    }

    @Test
    void anEventInProgressAtACrashIsDeliveredAgain() throws Exception {
        CountDownLatch inProgress = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        log.subscribe(GROUP, _ -> {
            inProgress.countDown();
            over.await();
        });
        append(update(1));
        inProgress.await();
        reopenAfterCrash();
        log.subscribe(GROUP, consumer);
        assertThat(consumer.take(1)).containsExactly(update(1));
        over.countDown();
    }

    @Test
    void aSubscriptionIsDurableWhenSubscribeReturns() throws Exception {
        append(update(1));
        log.subscribe(GROUP, consumer);
        reopenAfterCrash();
        append(update(2));
        log.subscribe(GROUP, consumer);
        assertThat(consumer.take(1)).containsExactly(update(2));
    }

    @Test
    void aFailingEventIsTriedAgain() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        log.subscribe(GROUP, event -> {
            if (attempts.incrementAndGet() < ATTEMPTS) {
                throw new IllegalStateException("not yet");
            }
            consumer.consume(event);
        });
        append(update(1));
        assertThat(consumer.take(1)).containsExactly(update(1));
        awaitNoLag();
        assertThat(attempts).hasValue(ATTEMPTS);
        assertThat(log.deadLetters(GROUP, 10)).isEmpty();
    }

    @Test
    void anEventThatKeepsFailingBecomesADeadLetterOfItsGroupAndTheNextOfItsKeyFollows() throws Exception {
        log.subscribe(GROUP, event -> {
            if (((TweetPosted) event).tweetId() < 3) {
                throw new IllegalStateException("never");
            }
            consumer.consume(event);
        });
        log.subscribe("search", _ -> {});
        append(new TweetPosted(1, 10), new TweetPosted(2, 10), new TweetPosted(3, 10));
        assertThat(consumer.take(1)).containsExactly(new TweetPosted(3, 10));
        awaitNoLag();
        List<DeadLetter> letters = log.deadLetters(GROUP, 10);
        assertThat(letters)
                .extracting(DeadLetter::event)
                .containsExactly(new TweetPosted(1, 10), new TweetPosted(2, 10));
        assertThat(letters).extracting(DeadLetter::attempts).containsOnly(ATTEMPTS);
        assertThat(letters).extracting(DeadLetter::error).allMatch(error -> error.contains("never"));
        assertThat(log.deadLetters(GROUP, 1)).hasSize(1);
        assertThat(log.deadLetters("search", 10)).isEmpty();
        log.settle(GROUP, letters.getFirst());
        log.settle("search", letters.getLast());
        assertThat(log.deadLetters(GROUP, 10)).containsExactly(letters.getLast());
    }

    @Test
    void whileEventsAreRetriedOnlyTheirOwnKeysWait() throws Exception {
        // More keys fail than may be in progress, and their pauses outlast the test.
        close();
        log = open(new DeliverySettings(
                2, WINDOW, ATTEMPTS, Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(10)));
        log.subscribe(GROUP, event -> {
            if (((TweetPosted) event).tweetId() == 0) {
                throw new IllegalStateException("later");
            }
            consumer.consume(event);
        });
        append(new TweetPosted(0, 1), new TweetPosted(0, 2), new TweetPosted(0, 3), new TweetPosted(1, 1));
        append(new TweetPosted(1, 4));
        assertThat(consumer.take(1)).containsExactly(new TweetPosted(1, 4));
        Await.until(() -> log.lag(GROUP) == 4);
        assertThat(consumer.rest()).isEmpty();
    }

    @Test
    void anEventBeingRetriedWhenTheLogClosesIsDeliveredAfterwards() throws Exception {
        close();
        log = open(new DeliverySettings(
                2, WINDOW, ATTEMPTS, Duration.ofHours(1), Duration.ofHours(1), Duration.ofSeconds(10)));
        CountDownLatch failed = new CountDownLatch(1);
        log.subscribe(GROUP, _ -> {
            failed.countDown();
            throw new IllegalStateException("later");
        });
        append(update(1));
        failed.await();
        close();
        log = open(SETTINGS);
        log.subscribe(GROUP, consumer);
        assertThat(consumer.take(1)).containsExactly(update(1));
    }

    @Test
    void aNewGroupReceivesNothingFromBefore() throws Exception {
        append(update(1));
        log.subscribe(GROUP, consumer);
        append(update(2));
        assertThat(consumer.take(1)).containsExactly(update(2));
    }

    @Test
    void aGroupThatWasAwayReceivesWhatItMissedAndNothingTwice() throws Exception {
        Subscription subscription = log.subscribe(GROUP, consumer);
        append(update(1));
        consumer.take(1);
        subscription.close();
        append(update(2));
        assertThat(log.lag(GROUP)).isEqualTo(1);
        log.subscribe(GROUP, consumer);
        assertThat(consumer.take(1)).containsExactly(update(2));
        close();
        log = open(SETTINGS);
        log.subscribe(GROUP, consumer);
        append(update(3));
        assertThat(consumer.take(1)).containsExactly(update(3));
    }

    @Test
    void aGroupHasOneSubscription() throws Exception {
        Subscription subscription = log.subscribe(GROUP, consumer);
        assertThatThrownBy(() -> log.subscribe(GROUP, consumer)).isInstanceOf(IllegalStateException.class);
        subscription.close();
        log.subscribe(GROUP, consumer);
    }

    @Test
    void theLagCountsWhatIsNotConsumedYetAndWhatIsInProgress() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        log.subscribe(GROUP, _ -> go.await());
        assertThat(log.lag(GROUP)).isZero();
        for (long user = 0; user < 2 * WINDOW; user++) {
            append(update(user));
        }
        assertThat(log.lag(GROUP)).isEqualTo(2 * WINDOW);
        assertThat(log.lagHere(GROUP)).isEqualTo(2 * WINDOW);
        assertThat(log.lagHere("another-group")).isZero();
        go.countDown();
        awaitNoLag();
        assertThat(log.lagHere(GROUP)).isZero();
    }

    @Test
    void closingASubscriptionWaitsForEventsInProgress() throws Exception {
        CountDownLatch inProgress = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Subscription subscription = log.subscribe(GROUP, event -> {
            inProgress.countDown();
            go.await();
            consumer.consume(event);
        });
        append(update(1), update(1));
        inProgress.await();
        Thread closing = Thread.ofVirtual().start(subscription::close);
        while (closing.getState() == Thread.State.RUNNABLE || closing.getState() == Thread.State.NEW) {
            Thread.onSpinWait();
        }
        go.countDown();
        closing.join();
        assertThat(consumer.rest()).hasSizeBetween(1, 2);
        assertThat(log.lag(GROUP)).isEqualTo(2 - consumer.rest().size());
    }

    @Test
    void whatAConsumerHasNotMadeDurableIsDeliveredAgain() throws Exception {
        log.subscribe(GROUP, new ForgetfulConsumer(consumer));
        append(new TweetPosted(1, 10));
        consumer.take(1);
        awaitNoLag();
        reopenAfterCrash();
        log.subscribe(GROUP, new ForgetfulConsumer(consumer));
        assertThat(consumer.take(1)).containsExactly(new TweetPosted(1, 10));
        awaitNoLag();
        // Makes it durable.
        close();
        log = open(SETTINGS);
        log.subscribe(GROUP, new ForgetfulConsumer(consumer));
        append(new TweetPosted(2, 10));
        assertThat(consumer.take(1)).containsExactly(new TweetPosted(2, 10));
    }

    private void reopenAfterCrash() throws Exception {
        crash();
        log = open(SETTINGS);
    }

    protected void append(Event... events) {
        log.append(List.of(events));
    }

    private void awaitNoLag() throws InterruptedException {
        Await.noLag(log, GROUP);
    }

    protected static UserUpdated update(long user) {
        return new UserUpdated(user);
    }
}
