package social.roost.draft.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.draft.ScheduledTweetStore;
import social.roost.draft.ScheduledTweetStoreContract;
import social.roost.driver.postgres.PostgresStage;

@Tag("stack")
class PostgresScheduledTweetStoreTest extends ScheduledTweetStoreContract {
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
    protected ScheduledTweetStore store() {
        return new SqlScheduledTweetStore(postgres.accounts());
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
