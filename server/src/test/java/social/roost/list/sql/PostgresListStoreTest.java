package social.roost.list.sql;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.postgres.PostgresStage;
import social.roost.event.EventLog;
import social.roost.event.RelayToLog;
import social.roost.event.postgres.PostgresOutbox;
import social.roost.event.sql.SqliteStage;
import social.roost.list.ListStore;
import social.roost.list.ListStoreContract;

@Tag("stack")
class PostgresListStoreTest extends ListStoreContract {
    private static PostgresStage postgres;
    private SqliteStage log;

    @BeforeAll
    static void create() {
        postgres = new PostgresStage();
    }

    @AfterAll
    static void drop() {
        postgres.close();
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        postgres.empty();
        log = new SqliteStage(folder);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Override
    protected ListStore store() {
        PostgresOutbox outbox = new PostgresOutbox(postgres.accounts(), new RelayToLog(log.events()));
        return new SqlListStore(postgres.accounts(), outbox::append);
    }

    @Override
    protected EventLog events() {
        return log.events();
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
