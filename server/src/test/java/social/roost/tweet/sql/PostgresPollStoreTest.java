package social.roost.tweet.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.postgres.PostgresStage;
import social.roost.tweet.PollStore;
import social.roost.tweet.PollStoreContract;

@Tag("stack")
class PostgresPollStoreTest extends PollStoreContract {
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
    protected PollStore store() {
        return new SqlPollStore(postgres.accounts());
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
