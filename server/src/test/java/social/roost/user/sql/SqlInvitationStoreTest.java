package social.roost.user.sql;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.user.InvitationStore;
import social.roost.user.InvitationStoreContract;

class SqlInvitationStoreTest extends InvitationStoreContract {
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
    protected InvitationStore store() {
        return new SqlInvitationStore(stage.database());
    }
}
