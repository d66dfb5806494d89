package social.roost.tweet.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.tweet.PollStore;
import social.roost.tweet.PollStoreContract;

class SqlPollStoreTest extends PollStoreContract {
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
    protected PollStore store() {
        return new SqlPollStore(stage.database());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
