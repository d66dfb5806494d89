package social.roost.graph.postgres;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.postgres.PostgresStage;
import social.roost.event.EventLog;
import social.roost.event.RelayToLog;
import social.roost.event.sql.SqliteStage;
import social.roost.graph.Fame;
import social.roost.graph.GraphStore;
import social.roost.graph.GraphStoreContract;

/** The contract on two shards; the users of each test are on both. */
@Tag("stack")
class ShardedGraphStoreTest extends GraphStoreContract {
    private static PostgresStage postgres;
    private final Map<Fame, GraphStore> stores = new ConcurrentHashMap<>();
    private SqliteStage log;

    @BeforeAll
    static void create() {
        postgres = new PostgresStage();
    }

    @AfterAll
    static void drop() {
        postgres.close();
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        postgres.empty();
        log = new SqliteStage(folder);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Override
    protected GraphStore store(Fame fame) {
        return stores.computeIfAbsent(fame, this::newStore);
    }

    private GraphStore newStore(Fame fame) {
        GraphSlots slots =
                GraphSlots.read(postgres.accounts(), postgres.shards().size());
        return new ShardedGraphStore(postgres.shards(), slots, new RelayToLog(log.events()), fame);
    }

    @Override
    protected EventLog events() {
        return log.events();
    }

    @Override
    protected void crash() {
        postgres.reopen();
        stores.clear();
    }
}
