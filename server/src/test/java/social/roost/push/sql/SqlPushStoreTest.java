package social.roost.push.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.sql.Database;
import social.roost.event.sql.SqliteStage;
import social.roost.push.PushStoreContract;

class SqlPushStoreTest extends PushStoreContract {
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
    protected Database database() {
        return stage.database();
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
