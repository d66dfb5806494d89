package social.roost.mute.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.postgres.PostgresStage;
import social.roost.mute.ConversationMuteStore;
import social.roost.mute.ConversationMuteStoreContract;

@Tag("stack")
class PostgresConversationMuteStoreTest extends ConversationMuteStoreContract {
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
    protected ConversationMuteStore store() {
        return new SqlConversationMuteStore(postgres.accounts());
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
