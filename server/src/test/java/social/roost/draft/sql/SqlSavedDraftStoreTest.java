package social.roost.draft.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.draft.SavedDraftStore;
import social.roost.draft.SavedDraftStoreContract;
import social.roost.event.sql.SqliteStage;

class SqlSavedDraftStoreTest extends SavedDraftStoreContract {
    private SqliteStage stage;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    protected SavedDraftStore store() {
        return new SqlSavedDraftStore(stage.database());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
