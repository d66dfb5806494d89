package social.roost.message.cassandra;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import social.roost.base.SettableClock;
import social.roost.driver.cassandra.CassandraStage;
import social.roost.driver.cassandra.SchemaPart;
import social.roost.event.EventLog;
import social.roost.event.Outbox;
import social.roost.event.Relay;
import social.roost.event.cassandra.CassandraOutbox;
import social.roost.event.cassandra.OutboxKey;
import social.roost.event.sql.SqliteStage;
import social.roost.message.MessageStage;
import social.roost.tweet.cassandra.TweetTables;

/** Starts without rows, with a log that has each event before the write returns. */
final class CassandraMessageStage implements MessageStage {
    /** With the outbox, which is among the tables of tweets. */
    private static final SchemaPart TABLES = new SchemaPart(
            "message-test",
            Stream.concat(TweetTables.PART.changes().stream(), MessageTables.PART.changes().stream())
                    .toList());

    final CassandraStage cassandra = CassandraStage.of(TABLES);
    final SettableClock clock = new SettableClock(System.currentTimeMillis());
    private final SettableClock otherClock =
            new SettableClock(clock.millis() - Duration.ofSeconds(3).toMillis());
    private final SqliteStage log;
    private final Ports other;
    private CassandraOutbox outbox;
    private Ports process;

    CassandraMessageStage(Path folder) {
        cassandra.empty();
        log = new SqliteStage(folder);
        outbox = new CassandraOutbox(cassandra.cluster(), clock);
        process = open(outbox, clock);
        other = open(new CassandraOutbox(cassandra.cluster(), otherClock), otherClock);
    }

    private Ports open(CassandraOutbox ofProcess, SettableClock ofClock) {
        CassandraMessages stores = CassandraMessages.in(cassandra.cluster(), ofProcess, new Direct(), ofClock);
        return ports(stores.conversations(), stores.messages(), stores.contacts());
    }

    private static Ports ports(
            CassandraConversationStore conversations, CassandraMessageStore messages, CassandraContactStore contacts) {
        return new Ports(conversations, messages, contacts);
    }

    @Override
    public Ports process() {
        return process;
    }

    @Override
    public Ports other() {
        return other;
    }

    @Override
    public EventLog events() {
        return log.events();
    }

    @Override
    public void crash() {
        outbox = new CassandraOutbox(cassandra.cluster(), clock);
        process = open(outbox, clock);
    }

    /** Relays what was left behind, as the sweep does, after this time has passed. */
    void sweepAfter(Duration time) {
        clock.move(time);
        otherClock.move(time);
        List<Outbox.Entry<OutboxKey>> left = outbox.leftBehind(100);
        left.forEach(entry -> log.events().append(List.of(entry.event())));
        outbox.remove(left.stream().map(Outbox.Entry::key).toList());
    }

    @Override
    public void close() {
        log.close();
    }

    private final class Direct implements Relay {
        @Override
        public <K> void committed(Outbox<K> source, Outbox.Entry<K> entry) {
            log.events().append(List.of(entry.event()));
            source.remove(List.of(entry.key()));
        }
    }
}
