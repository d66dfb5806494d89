package social.roost.user.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.user.SecondFactorStore;
import social.roost.user.SecondFactorStoreContract;

class SqlSecondFactorStoreTest extends SecondFactorStoreContract {
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
    protected SecondFactorStore store() {
        return new SqlSecondFactorStore(stage.database());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
