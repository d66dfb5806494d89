package social.roost.mail.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.postgres.PostgresStage;
import social.roost.mail.MailStore;
import social.roost.mail.MailStoreContract;

@Tag("stack")
class PostgresMailStoreTest extends MailStoreContract {
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
    protected MailStore store() {
        return new SqlMailStore(postgres.accounts());
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
