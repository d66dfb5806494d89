package social.roost.user.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.user.EmailStore;
import social.roost.user.EmailStoreContract;
import social.roost.user.UserStore;

class SqlEmailStoreTest extends EmailStoreContract {
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
    protected EmailStore store() {
        return new SqlEmailStore(stage.database());
    }

    @Override
    protected UserStore users() {
        return new SqlUserStore(stage.database(), stage.events());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
