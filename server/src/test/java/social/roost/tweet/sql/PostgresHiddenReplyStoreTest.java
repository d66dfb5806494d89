package social.roost.tweet.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.postgres.PostgresStage;
import social.roost.tweet.HiddenReplyStore;
import social.roost.tweet.HiddenReplyStoreContract;

@Tag("stack")
class PostgresHiddenReplyStoreTest extends HiddenReplyStoreContract {
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
    protected HiddenReplyStore store() {
        return new SqlHiddenReplyStore(postgres.accounts());
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
