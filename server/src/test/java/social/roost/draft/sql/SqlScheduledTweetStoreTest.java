package social.roost.draft.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.draft.ScheduledTweetStore;
import social.roost.draft.ScheduledTweetStoreContract;
import social.roost.event.sql.SqliteStage;

class SqlScheduledTweetStoreTest extends ScheduledTweetStoreContract {
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
    protected ScheduledTweetStore store() {
        return new SqlScheduledTweetStore(stage.database());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
