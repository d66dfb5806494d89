package social.roost.event.sql;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.BackfillStore;
import social.roost.event.BackfillStoreContract;

class SqlBackfillStoreTest extends BackfillStoreContract {
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
    protected BackfillStore store() {
        return new SqlBackfillStore(stage.database());
    }

    @Override
    protected void crash() throws Exception {
        stage.crash();
    }
}
