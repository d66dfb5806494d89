package social.roost.notification.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.notification.NotificationStore;
import social.roost.notification.NotificationStoreContract;

class SqlNotificationStoreTest extends NotificationStoreContract {
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
    protected NotificationStore store() {
        return new SqlNotificationStore(stage.database(), LIMITS);
    }

    @Override
    protected NotificationStore other() {
        return store();
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
