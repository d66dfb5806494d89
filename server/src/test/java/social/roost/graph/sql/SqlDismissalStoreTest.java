package social.roost.graph.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.graph.DismissalStore;
import social.roost.graph.DismissalStoreContract;

class SqlDismissalStoreTest extends DismissalStoreContract {
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
    protected DismissalStore store() {
        return new SqlDismissalStore(stage.database());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
