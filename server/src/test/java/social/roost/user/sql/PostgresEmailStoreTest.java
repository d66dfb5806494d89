package social.roost.user.sql;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.postgres.PostgresStage;
import social.roost.event.RelayToLog;
import social.roost.event.postgres.PostgresOutbox;
import social.roost.event.sql.SqliteStage;
import social.roost.user.EmailStore;
import social.roost.user.EmailStoreContract;
import social.roost.user.UserStore;

@Tag("stack")
class PostgresEmailStoreTest extends EmailStoreContract {
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
    protected EmailStore store() {
        return new SqlEmailStore(postgres.accounts());
    }

    @Override
    protected UserStore users() {
        PostgresOutbox outbox = new PostgresOutbox(postgres.accounts(), new RelayToLog(log.events()));
        return new SqlUserStore(postgres.accounts(), outbox::append);
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }
}
