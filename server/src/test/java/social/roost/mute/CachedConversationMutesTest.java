package social.roost.mute;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.mute.sql.SqlConversationMuteStore;

class CachedConversationMutesTest extends ConversationMuteStoreContract {
    private SqliteStage stage;
    private ConversationMuteStore mutes;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        mutes = cached();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    protected ConversationMuteStore store() {
        return mutes;
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
        mutes = cached();
    }

    private ConversationMuteStore cached() {
        return new CachedConversationMutes(new SqlConversationMuteStore(stage.database()));
    }
}
