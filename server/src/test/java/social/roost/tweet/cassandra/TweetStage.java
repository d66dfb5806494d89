package social.roost.tweet.cassandra;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import social.roost.base.SettableClock;
import social.roost.base.Snowflake;
import social.roost.driver.cassandra.CassandraStage;
import social.roost.event.Event;
import social.roost.event.Outbox;
import social.roost.event.Relay;
import social.roost.event.cassandra.CassandraOutbox;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;

/** A store that starts without rows, with a clock that stands still, and the relayed events. */
final class TweetStage {
    static final long ALICE = 10;
    static final long NOON = 1_780_000_000_000L;

    final CassandraStage cassandra = CassandraStage.of(TweetTables.PART);
    final SettableClock clock = new SettableClock(NOON);
    final List<Event> relayed = new CopyOnWriteArrayList<>();
    private final CassandraTweetStore store;
    private final CassandraEngagementStore engagements;

    TweetStage() {
        cassandra.empty();
        store = newStore();
        engagements = store.engagements();
    }

    CassandraTweetStore store() {
        return store;
    }

    CassandraEngagementStore engagements() {
        return engagements;
    }

    /** Another process. */
    CassandraTweetStore newStore() {
        return new CassandraTweetStore(cassandra.cluster(), new Direct(), clock);
    }

    CassandraOutbox outbox() {
        return store.outbox();
    }

    /** Relays what was left behind, as the sweep does. */
    void sweep() {
        sweep(outbox());
    }

    private <K> void sweep(Outbox<K> outbox) {
        List<Outbox.Entry<K>> left = outbox.leftBehind(100);
        left.forEach(entry -> relayed.add(entry.event()));
        outbox.remove(left.stream().map(Outbox.Entry::key).toList());
    }

    /** Sweeps twice a minute while time goes on. */
    void sweepFor(Duration time) {
        for (long end = clock.millis() + time.toMillis(); clock.millis() < end; ) {
            clock.move(Duration.ofSeconds(30));
            sweep();
        }
    }

    long count() {
        return store.counts(new long[] {ALICE}).getOrDefault(ALICE, 0L);
    }

    long[] newest() {
        return store.newest(new long[] {ALICE}, Long.MAX_VALUE, 100);
    }

    /** An id from this many days ago. */
    static long idBefore(int days) {
        return Snowflake.lowestAt(NOON - Duration.ofDays(days).toMillis());
    }

    static Tweet tweet(long id) {
        return new Tweet(id, ALICE, "tweet " + id, Entities.NONE, References.NONE, id, Visibility.PUBLIC);
    }

    private final class Direct implements Relay {
        @Override
        public <K> void committed(Outbox<K> outbox, Outbox.Entry<K> entry) {
            relayed.add(entry.event());
            outbox.remove(List.of(entry.key()));
        }
    }
}
