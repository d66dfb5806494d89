package social.roost.search.names.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.postgres.PostgresStage;
import social.roost.search.names.UserNameStore;
import social.roost.search.names.UserNameStoreContract;

@Tag("stack")
class PostgresUserNameStoreTest extends UserNameStoreContract {
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
    protected UserNameStore store() {
        return new SqlUserNameStore(postgres.accounts());
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
