package social.roost.user.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.postgres.PostgresStage;
import social.roost.user.SecondFactorStore;
import social.roost.user.SecondFactorStoreContract;

@Tag("stack")
class PostgresSecondFactorStoreTest extends SecondFactorStoreContract {
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
    protected SecondFactorStore store() {
        return new SqlSecondFactorStore(postgres.accounts());
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
