package social.roost.user.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.postgres.PostgresStage;
import social.roost.user.ModeratorStore;
import social.roost.user.ModeratorStoreContract;

@Tag("stack")
class PostgresModeratorStoreTest extends ModeratorStoreContract {
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
    protected ModeratorStore store() {
        return new SqlModeratorStore(postgres.accounts());
    }
}
