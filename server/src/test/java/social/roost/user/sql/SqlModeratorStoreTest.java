package social.roost.user.sql;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.user.ModeratorStore;
import social.roost.user.ModeratorStoreContract;

class SqlModeratorStoreTest extends ModeratorStoreContract {
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
    protected ModeratorStore store() {
        return new SqlModeratorStore(stage.database());
    }
}
