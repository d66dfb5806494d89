package social.roost.ranking.postgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.postgres.PostgresStage;
import social.roost.graph.postgres.GraphSlots;
import social.roost.ranking.SignalStore;
import social.roost.ranking.SignalStoreContract;
import social.roost.ranking.sql.SqlSignalStore;

/** The contract on two shards; readers are on both. */
@Tag("stack")
class ShardedSignalStoreTest extends SignalStoreContract {
    private static PostgresStage postgres;

    @BeforeAll
    static void create() {
        postgres = new PostgresStage();
    }

    @AfterAll
    static void drop() {
        postgres.close();
    }

    @BeforeEach
    void empty() {
        postgres.empty();
    }

    @Override
    protected SignalStore store() {
        return new ShardedSignalStore(
                postgres.shards().stream().map(SqlSignalStore::new).toList(),
                GraphSlots.read(postgres.accounts(), postgres.shards().size()));
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
