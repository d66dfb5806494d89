package social.roost.tweet.cassandra;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.SettableClock;
import social.roost.base.Snowflake;
import social.roost.driver.cassandra.CassandraStage;
import social.roost.event.EventLog;
import social.roost.event.Outbox;
import social.roost.event.Relay;
import social.roost.event.sql.SqliteStage;
import social.roost.tweet.TweetStore;
import social.roost.tweet.TweetStoreContract;

@Tag("stack")
class CassandraTweetStoreTest extends TweetStoreContract {
    /** The ids of the contract's tests are of that time, or later; {@link AuthorBucketsTest} sees to older ones. */
    private static final InstantSource WHILE_BUCKETS_ARE_OPEN =
            new SettableClock(Snowflake.EPOCH.plus(Duration.ofDays(1)).toEpochMilli());

    private static CassandraStage cassandra;

    private SqliteStage log;
    private TweetStore store;

    @BeforeAll
    static void connect() {
        cassandra = CassandraStage.open(TweetTables.STATEMENTS);
    }

    @AfterAll
    static void disconnect() {
        cassandra.close();
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        cassandra.empty();
        log = new SqliteStage(folder);
        store = newStore();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Override
    protected TweetStore store() {
        return store;
    }

    @Override
    protected EventLog events() {
        return log.events();
    }

    @Override
    protected void crash() {
        store = newStore();
    }

    private TweetStore newStore() {
        return new CassandraTweetStore(cassandra.cluster(), new Direct(), WHILE_BUCKETS_ARE_OPEN);
    }

    /** Brings each event to the log before the write returns. */
    private final class Direct implements Relay {
        @Override
        public <K> void committed(Outbox<K> outbox, Outbox.Entry<K> entry) {
            log.events().append(List.of(entry.event()));
            outbox.remove(List.of(entry.key()));
        }
    }
}
