package social.roost.push.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.postgres.PostgresStage;
import social.roost.driver.sql.Database;
import social.roost.push.PushStoreContract;

@Tag("stack")
class PostgresPushStoreTest extends PushStoreContract {
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
    protected Database database() {
        return postgres.accounts();
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
