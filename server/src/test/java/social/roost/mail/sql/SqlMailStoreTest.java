package social.roost.mail.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.mail.MailStore;
import social.roost.mail.MailStoreContract;

class SqlMailStoreTest extends MailStoreContract {
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
    protected MailStore store() {
        return new SqlMailStore(stage.database());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
