package social.roost.draft.sql;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import social.roost.draft.SavedDraftStore;
import social.roost.draft.SavedDraftStoreContract;
import social.roost.driver.postgres.PostgresStage;

@Tag("stack")
class PostgresSavedDraftStoreTest extends SavedDraftStoreContract {
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
    protected SavedDraftStore store() {
        return new SqlSavedDraftStore(postgres.accounts());
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
