package social.roost.search.names.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.search.names.UserNameStore;
import social.roost.search.names.UserNameStoreContract;

class SqlUserNameStoreTest extends UserNameStoreContract {
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
    protected UserNameStore store() {
        return new SqlUserNameStore(stage.database());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
