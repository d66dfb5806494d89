package social.roost.trend.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.postgres.PostgresStage;
import social.roost.trend.TrendChoiceStore;
import social.roost.trend.TrendChoiceStoreContract;

@Tag("stack")
class PostgresTrendChoiceStoreTest extends TrendChoiceStoreContract {
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
    protected TrendChoiceStore store() {
        return new SqlTrendChoiceStore(postgres.accounts());
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
