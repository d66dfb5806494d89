package social.roost.link.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.link.LinkCardStore;
import social.roost.link.LinkCardStoreContract;

class SqlLinkCardStoreTest extends LinkCardStoreContract {
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
    protected LinkCardStore store() {
        return new SqlLinkCardStore(stage.database());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
