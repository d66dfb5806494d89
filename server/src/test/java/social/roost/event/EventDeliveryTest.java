package social.roost.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.OverloadedException;
import social.roost.base.trace.Tracer;
import social.roost.event.Event.TweetPosted;
import social.roost.event.Event.UserUpdated;

@Timeout(240)
class EventDeliveryTest {
    private static final DeliverySettings SETTINGS =
            new DeliverySettings(2, 100, 2, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(50));

    private final List<Long> kept = Collections.synchronizedList(new ArrayList<>());
    private final RecordingConsumer consumer = new RecordingConsumer();

    @Test
    void aDeadLetterThatCannotBeKeptIsTriedUntilItIsAndTheConsumerIsNotCalledAgain() throws Exception {
        AtomicInteger consumed = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        EventConsumer failing = _ -> {
            consumed.incrementAndGet();
            throw new IllegalStateException("never");
        };
        DeadLetterStore full = (_, event, _, _) -> {
            if (refused.incrementAndGet() < 5) {
                throw new IllegalStateException("disk full");
            }
            kept.add(event.offset());
        };
        EventDelivery delivery = new EventDelivery(Recipient.group("group", failing, full), SETTINGS, 1, Tracer.NONE);
        delivery.add(logged(1));
        awaitNextOffset(delivery, 2);
        assertThat(kept).containsExactly(1L);
        assertThat(consumed).hasValue(SETTINGS.attempts());
        delivery.close();
    }

    @Test
    void theNextOffsetIsThatOfTheLastCheckpoint() throws Exception {
        AtomicInteger checkpoints = new AtomicInteger();
        EventConsumer consumer = new EventConsumer() {
            @Override
            public void consume(Event event) {}

            @Override
            public Duration checkpointPause() {
                return Duration.ofMillis(1);
            }

            @Override
            public void checkpoint() {
                if (checkpoints.incrementAndGet() <= 2) {
                    throw new IllegalStateException("disk full");
                }
            }
        };
        EventDelivery delivery = delivery(consumer);
        assertThat(delivery.nextOffset()).isEqualTo(1);
        delivery.add(logged(1));
        awaitNextOffset(delivery, 2);
        assertThat(checkpoints).hasValue(3);
        Thread.sleep(20);
        // Nothing was consumed since.
        assertThat(checkpoints).hasValue(3);
        delivery.close();
        assertThat(checkpoints).hasValue(3);
    }

    @Test
    void closingWaitsForACheckpointInProgress() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        EventConsumer slow = new EventConsumer() {
            @Override
            public void consume(Event event) {}

            @Override
            public Duration checkpointPause() {
                return Duration.ofMillis(1);
            }

            @Override
            public void checkpoint() throws InterruptedException {
                begun.countDown();
                Thread.sleep(50);
            }
        };
        EventDelivery delivery = delivery(slow);
        delivery.add(logged(1));
        begun.await();
        delivery.close();
        assertThat(delivery.nextOffset()).isEqualTo(2);
    }

    @Test
    void theNextOffsetIsThatOfTheFirstEventNotDone() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        EventDelivery delivery = delivery(event -> {
            if (event.key() == 11) {
                go.await();
            }
            consumer.consume(event);
        });
        assertThat(delivery.nextOffset()).isEqualTo(1);
        delivery.add(logged(10));
        delivery.add(logged(11));
        delivery.add(logged(12));
        consumer.take(2);
        awaitNextOffset(delivery, 11);
        assertThat(delivery.backlog(15)).isBetween(4L, 5L);
        go.countDown();
        awaitNextOffset(delivery, 13);
        assertThat(delivery.backlog(15)).isEqualTo(3);
        delivery.close();
    }

    @Test
    void closingInterruptsAConsumerThatOutlastsItsPatienceAndKeepsItsEventOpen() throws Exception {
        CountDownLatch inProgress = new CountDownLatch(1);
        EventDelivery delivery = delivery(_ -> {
            inProgress.countDown();
            new CountDownLatch(1).await();
        });
        delivery.add(logged(1));
        inProgress.await();
        delivery.close();
        assertThat(delivery.nextOffset()).isEqualTo(1);
        assertThat(kept).isEmpty();
    }

    @Test
    void anErrorOfTheConsumerIsAFailureLikeAnyOther() throws Exception {
        EventDelivery delivery = delivery(_ -> {
            throw new AssertionError("never");
        });
        delivery.add(logged(1));
        awaitNextOffset(delivery, 2);
        assertThat(kept).containsExactly(1L);
        delivery.close();
    }

    @Test
    void anOverloadNeverMakesADeadLetterHoweverLongItLasts() throws Exception {
        AtomicInteger consumed = new AtomicInteger();
        EventDelivery delivery = delivery(event -> {
            if (consumed.incrementAndGet() <= 5 * SETTINGS.attempts()) {
                throw new OverloadedException("too much just now");
            }
            consumer.consume(event);
        });
        delivery.add(logged(1));
        awaitNextOffset(delivery, 2);
        assertThat(consumer.rest()).containsExactly(new UserUpdated(1));
        assertThat(kept).isEmpty();
        delivery.close();
    }

    @Test
    void anotherFailureAfterAnOverloadStillMakesADeadLetter() throws Exception {
        AtomicInteger consumed = new AtomicInteger();
        EventDelivery delivery = delivery(_ -> {
            if (consumed.incrementAndGet() <= 5 * SETTINGS.attempts()) {
                throw new OverloadedException("too much just now");
            }
            throw new IllegalStateException("never");
        });
        delivery.add(logged(1));
        awaitNextOffset(delivery, 2);
        assertThat(kept).containsExactly(1L);
        delivery.close();
    }

    @Test
    void eventsOfOneKeyThatWaitAreGivenTogetherAsFarAsTheConsumerTakesThem() throws Exception {
        TogetherConsumer together = new TogetherConsumer(3);
        EventDelivery delivery = delivery(together);
        delivery.add(logged(1, 7));
        together.inProgress.await();
        delivery.add(logged(2, 7));
        delivery.add(logged(3, 7));
        delivery.add(logged(4, 8));
        delivery.add(logged(5, 7));
        delivery.add(logged(6, 7));
        together.go.countDown();
        awaitNextOffset(delivery, 7);
        assertThat(together.given)
                .containsExactlyInAnyOrder(updates(1), updates(2, 3, 5), updates(4), updates(6))
                .containsSubsequence(updates(1), updates(2, 3, 5), updates(6));
        assertThat(delivery.backlog(6)).isZero();
        delivery.close();
    }

    @Test
    void ofEventsThatFailTogetherOnlyTheFirstIsGivenUp() throws Exception {
        for (int attempts = 1; attempts <= 2; attempts++) {
            kept.clear();
            TogetherConsumer together = new TogetherConsumer(3);
            together.failing = new UserUpdated(2);
            EventDelivery delivery = delivery(together, attempts);
            delivery.add(logged(1, 7));
            together.inProgress.await();
            delivery.add(logged(2, 7));
            delivery.add(logged(3, 7));
            delivery.add(logged(4, 7));
            together.go.countDown();
            awaitNextOffset(delivery, 5);
            assertThat(kept).containsExactly(2L);
            assertThat(together.given).containsExactly(updates(1), updates(3, 4));
            delivery.close();
        }
    }

    @Test
    void anUnreadableEventIsNotGivenWithOthers() throws Exception {
        TogetherConsumer together = new TogetherConsumer(9);
        EventDelivery delivery = delivery(together);
        delivery.add(logged(1, 7));
        together.inProgress.await();
        delivery.add(logged(2, 7));
        delivery.add(new LoggedEvent(3, 7, "?", new Decoded.Malformed("unreadable")));
        delivery.add(logged(4, 7));
        together.go.countDown();
        awaitNextOffset(delivery, 5);
        assertThat(kept).containsExactly(3L);
        assertThat(together.given).containsExactly(updates(1), updates(2), updates(4));
        delivery.close();
    }

    @Test
    void whatTheConsumerDoesNotNeedIsPassedWithoutWaitingForItsTurn() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        EventDelivery delivery = delivery(new StreamConsumer.OfTweets() {
            @Override
            public void consume(Event.OfTweets event) {
                while (go.getCount() > 0) {
                    Thread.onSpinWait();
                }
                consumer.consume(event);
            }
        });
        delivery.add(logged(1, 7));
        awaitNextOffset(delivery, 2);
        delivery.add(new LoggedEvent(2, 7, "", new TracedEvent(new TweetPosted(1, 7), null)));
        delivery.add(logged(3, 7));
        assertThat(delivery.offer(new LoggedEvent(4, 7, "", new Decoded.Unknown(Event.Stream.GRAPH, "newer"))))
                .isTrue();
        assertThat(delivery.nextOffset()).isEqualTo(2);
        assertThat(delivery.backlog(4)).isEqualTo(1);
        go.countDown();
        awaitNextOffset(delivery, 5);
        assertThat(consumer.rest()).containsExactly(new TweetPosted(1, 7));
        assertThat(kept).isEmpty();
        delivery.close();
    }

    @Test
    void pausesDoubleUpToTheLongestAndAreUpToHalfShorter() {
        DeliverySettings settings =
                new DeliverySettings(1, 1, 9, Duration.ofNanos(100), Duration.ofNanos(1_000), Duration.ZERO);
        assertThat(settings.pauseNanoseconds(1, 1)).isEqualTo(100);
        assertThat(settings.pauseNanoseconds(2, 1)).isEqualTo(200);
        assertThat(settings.pauseNanoseconds(2, 0)).isEqualTo(100);
        assertThat(settings.pauseNanoseconds(8, 1)).isEqualTo(1_000);
        assertThat(settings.pauseNanoseconds(5_000, 0)).isEqualTo(500);
    }

    private EventDelivery delivery(EventConsumer consumer) {
        return delivery(consumer, SETTINGS.attempts());
    }

    private EventDelivery delivery(EventConsumer consumer, int attempts) {
        DeliverySettings settings = new DeliverySettings(
                SETTINGS.concurrency(),
                SETTINGS.window(),
                attempts,
                SETTINGS.firstPause(),
                SETTINGS.longestPause(),
                SETTINGS.closePatience());
        DeadLetterStore letters = (_, event, _, _) -> kept.add(event.offset());
        return new EventDelivery(Recipient.group("group", consumer, letters), settings, 1, Tracer.NONE);
    }

    private static LoggedEvent logged(long offset) {
        return logged(offset, offset);
    }

    private static LoggedEvent logged(long offset, long key) {
        return new LoggedEvent(offset, key, "", new TracedEvent(new UserUpdated(offset), null));
    }

    private static List<Event> updates(long... users) {
        return LongStream.of(users).<Event>mapToObj(UserUpdated::new).toList();
    }

    private static void awaitNextOffset(EventDelivery delivery, long offset) throws InterruptedException {
        Await.until(() -> delivery.nextOffset() == offset);
    }

    /** Holds the first event, so that others gather behind it, and records what it receives. */
    private static final class TogetherConsumer implements EventConsumer {
        final CountDownLatch inProgress = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);
        final List<List<Event>> given = Collections.synchronizedList(new ArrayList<>());
        Event failing = new UserUpdated(0);
        private final int most;

        TogetherConsumer(int most) {
            this.most = most;
        }

        @Override
        public void consume(Event event) throws Exception {
            consumeTogether(List.of(event));
        }

        @Override
        public int together() {
            return most;
        }

        @Override
        public void consumeTogether(List<Event> events) throws Exception {
            inProgress.countDown();
            go.await();
            if (events.contains(failing)) {
                throw new IllegalStateException("never");
            }
            given.add(events);
        }
    }
}
