package social.roost.event.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.postgres.PostgresStage;
import social.roost.event.BackfillStore;
import social.roost.event.BackfillStoreContract;

@Tag("stack")
class PostgresBackfillStoreTest extends BackfillStoreContract {
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
    protected BackfillStore store() {
        return new SqlBackfillStore(postgres.accounts());
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
