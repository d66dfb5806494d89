package social.roost.graph.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.postgres.PostgresStage;
import social.roost.graph.DismissalStore;
import social.roost.graph.DismissalStoreContract;

@Tag("stack")
class PostgresDismissalStoreTest extends DismissalStoreContract {
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
    protected DismissalStore store() {
        return new SqlDismissalStore(postgres.accounts());
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
