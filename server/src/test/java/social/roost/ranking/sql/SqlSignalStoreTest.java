package social.roost.ranking.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.ranking.SignalStore;
import social.roost.ranking.SignalStoreContract;

class SqlSignalStoreTest extends SignalStoreContract {
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
    protected SignalStore store() {
        return new SqlSignalStore(stage.database());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
