package social.roost.user.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.postgres.PostgresStage;
import social.roost.event.EventLog;
import social.roost.event.RelayToLog;
import social.roost.event.postgres.PostgresOutbox;
import social.roost.event.sql.SqliteStage;
import social.roost.user.UserStore;
import social.roost.user.UserStoreContract;

@Tag("stack")
class PostgresUserStoreTest extends UserStoreContract {
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
    protected UserStore store() {
        PostgresOutbox outbox = new PostgresOutbox(postgres.accounts(), new RelayToLog(log.events()));
        return new SqlUserStore(postgres.accounts(), outbox::append);
    }

    @Override
    protected EventLog events() {
        return log.events();
    }

    @Override
    protected void crash() {
        postgres.reopen();
    }

    @Test
    void aFailureTellsNeitherAddressNorSecret() {
        String sql = "INSERT INTO account VALUES (?, 'alice', 'alice', ?, ?, ?, 'Alice', '', '', '')";
        store().create(account(1, "alice", "alice@example.org"));
        assertThatThrownBy(() -> postgres.accounts()
                        .write(handle ->
                                handle.execute(sql, 2, "alice@example.org", "alice@example.org", "secret-hash")))
                .satisfies(PostgresUserStoreTest::tellsNothing);
    }

    /** The stack trace includes the messages of causes and suppressed exceptions. */
    private static void tellsNothing(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("duplicate key").doesNotContain("alice@example.org", "secret-hash");
    }
}
