package social.roost.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.UnavailableException;
import social.roost.event.Event.TweetPosted;

/** What an {@link OutboxRelay} promises, on a real log that can be made unreachable. */
@Timeout(240)
public abstract class OutboxRelayContract {
    private static final String GROUP = "heard";

    private final MemoryOutbox outbox = new MemoryOutbox();
    private final MemoryOutbox other = new MemoryOutbox();
    private final List<Event> own = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean down = new AtomicBoolean();
    private volatile BooleanSupplier turn = () -> true;
    private final RecordingConsumer consumer = new RecordingConsumer();

    protected abstract EventLog log();

    @Test
    void whatWasCommittedReachesTheLogInOrderAndIsThenRemoved() throws Exception {
        log().subscribe(GROUP, consumer);
        try (OutboxRelay relay = relay()) {
            for (long key = 0; key < 1_000; key++) {
                commit(relay, outbox, key);
            }
            assertThat(own).hasSize(1_000);
            assertThat(consumer.take(1_000)).isEqualTo(tweets(0, 1_000));
            Await.until(() -> outbox.size() == 0 && relay.waiting() == 0);
        }
        assertThat(consumer.rest()).isEmpty();
    }

    @Test
    void whileTheLogIsDownEntriesStayAndTheSweepBringsThemAfterwards() throws Exception {
        log().subscribe(GROUP, consumer);
        try (OutboxRelay relay = relay()) {
            down.set(true);
            for (long key = 0; key < 10_000; key++) {
                commit(relay, outbox, key);
            }
            Await.until(() -> relay.waiting() == 0);
            assertThat(outbox.size()).isEqualTo(10_000);
            outbox.becomeOld();
            down.set(false);
            assertThat(consumer.take(10_000)).isEqualTo(tweets(0, 10_000));
            Await.until(() -> outbox.size() == 0);
        }
    }

    @Test
    void anEntryThatCannotBeRemovedComesAgainRatherThanNever() throws Exception {
        log().subscribe(GROUP, consumer);
        try (OutboxRelay relay = relay()) {
            outbox.failNext(2);
            commit(relay, outbox, 1);
            outbox.becomeOld();
            Await.until(() -> outbox.size() == 0);
        }
        assertThat(new HashSet<>(consumer.take(2))).containsExactly(tweet(1));
    }

    @Test
    void anOutboxThatFailsDoesNotHoldUpTheOthers() throws Exception {
        log().subscribe(GROUP, consumer);
        outbox.failNext(Integer.MAX_VALUE);
        other.store(1, tweet(1));
        other.becomeOld();
        try (OutboxRelay _ = relay()) {
            assertThat(consumer.take(1)).containsExactly(tweet(1));
            Await.until(() -> other.size() == 0);
        }
    }

    @Test
    void nothingIsSweptWhileAnotherProcessDoesIt() throws Exception {
        log().subscribe(GROUP, consumer);
        turn = () -> false;
        other.store(1, tweet(1));
        other.becomeOld();
        try (OutboxRelay _ = relay()) {
            Thread.sleep(2_500);
            assertThat(other.size()).isOne();
            turn = () -> true;
            assertThat(consumer.take(1)).containsExactly(tweet(1));
        }
    }

    @Test
    void everyoneSweepsWhenItIsNotKnownWhoseTurnItIs() throws Exception {
        log().subscribe(GROUP, consumer);
        turn = () -> {
            throw new IllegalStateException("turns down");
        };
        other.store(1, tweet(1));
        other.becomeOld();
        try (OutboxRelay _ = relay()) {
            assertThat(consumer.take(1)).containsExactly(tweet(1));
            Await.until(() -> other.size() == 0);
        }
    }

    @Test
    void closingSendsWhatWaits() throws Exception {
        log().subscribe(GROUP, consumer);
        OutboxRelay relay = relay();
        for (long key = 0; key < 2_000; key++) {
            commit(relay, outbox, key);
        }
        relay.close();
        assertThat(outbox.size()).isZero();
        assertThat(consumer.take(2_000)).isEqualTo(tweets(0, 2_000));
    }

    @Test
    void ownWritesThatFailChangeNothing() throws Exception {
        log().subscribe(GROUP, consumer);
        own.add(tweet(0));
        try (OutboxRelay relay = relay(refusing())) {
            commit(relay, outbox, 1);
            assertThat(consumer.take(1)).containsExactly(tweet(1));
        }
    }

    private static OwnWrites refusing() {
        return new OwnWrites() {
            @Override
            public void add(Event event) {
                throw new UnavailableException("own writes", null);
            }

            @Override
            public void catchUp(long userId, Consumer<Event> action) {}

            @Override
            public void catchUp(Consumer<Event> action) {}
        };
    }

    private OutboxRelay relay() {
        OwnWrites ownWrites = new OwnWrites() {
            @Override
            public void add(Event event) {
                own.add(event);
            }

            @Override
            public void catchUp(long userId, Consumer<Event> action) {}

            @Override
            public void catchUp(Consumer<Event> action) {}
        };
        return relay(ownWrites);
    }

    private OutboxRelay relay(OwnWrites ownWrites) {
        OutboxRelay relay = new OutboxRelay(reachable(), ownWrites);
        relay.sweep(List.of(outbox, other), () -> turn.getAsBoolean());
        return relay;
    }

    /** The log, unless it is down. Missing events would show that one was removed before it was in the log. */
    private EventLog reachable() {
        return new UnreachableLog(log(), down);
    }

    private static void commit(OutboxRelay relay, MemoryOutbox outbox, long key) {
        relay.committed(outbox, outbox.store(key, tweet(key)));
    }

    private static Event tweet(long id) {
        return new TweetPosted(id, 10);
    }

    private static List<Event> tweets(long from, long to) {
        return LongStream.range(from, to).mapToObj(OutboxRelayContract::tweet).toList();
    }
}
