package social.roost.list.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.EventLog;
import social.roost.event.sql.SqliteStage;
import social.roost.list.ListStore;
import social.roost.list.ListStoreContract;

class SqlListStoreTest extends ListStoreContract {
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
    protected ListStore store() {
        return new SqlListStore(stage.database(), stage.events());
    }

    @Override
    protected EventLog events() {
        return stage.events();
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
