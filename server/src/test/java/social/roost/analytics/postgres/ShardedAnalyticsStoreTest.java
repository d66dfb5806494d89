package social.roost.analytics.postgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.analytics.AnalyticsStore;
import social.roost.analytics.AnalyticsStoreContract;
import social.roost.analytics.sql.SqlAnalyticsStore;
import social.roost.driver.postgres.PostgresStage;
import social.roost.graph.postgres.GraphSlots;

/** The contract on two shards; the tweets of each test are on both. */
@Tag("stack")
class ShardedAnalyticsStoreTest extends AnalyticsStoreContract {
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
    protected AnalyticsStore store() {
        return new ShardedAnalyticsStore(
                postgres.shards().stream().map(SqlAnalyticsStore::new).toList(),
                GraphSlots.read(postgres.accounts(), postgres.shards().size()));
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
