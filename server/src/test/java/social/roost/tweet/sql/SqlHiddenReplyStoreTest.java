package social.roost.tweet.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.tweet.HiddenReplyStore;
import social.roost.tweet.HiddenReplyStoreContract;

class SqlHiddenReplyStoreTest extends HiddenReplyStoreContract {
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
    protected HiddenReplyStore store() {
        return new SqlHiddenReplyStore(stage.database());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
