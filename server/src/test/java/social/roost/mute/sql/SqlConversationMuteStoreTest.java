package social.roost.mute.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.mute.ConversationMuteStore;
import social.roost.mute.ConversationMuteStoreContract;

class SqlConversationMuteStoreTest extends ConversationMuteStoreContract {
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
    protected ConversationMuteStore store() {
        return new SqlConversationMuteStore(stage.database());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
