package social.roost.media.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.media.MediaStore;
import social.roost.media.MediaStoreContract;

class SqlMediaStoreTest extends MediaStoreContract {
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
    protected MediaStore store() {
        return new SqlMediaStore(stage.database(), stage.events());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
