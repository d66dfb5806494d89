package social.roost.user.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.EventLog;
import social.roost.event.sql.SqlOutbox;
import social.roost.event.sql.SqliteStage;
import social.roost.user.NewAccount;
import social.roost.user.User;
import social.roost.user.UserStore;
import social.roost.user.UserStoreContract;

class SqlUserStoreTest extends UserStoreContract {
    private static final SqlOutbox BROKEN = (_, _) -> {
        throw new IllegalStateException("no event");
    };

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
    protected UserStore store() {
        return new SqlUserStore(stage.database(), stage.events());
    }

    @Override
    protected EventLog events() {
        return stage.events();
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }

    @Test
    void withoutItsEventNothingIsStored() {
        UserStore broken = new SqlUserStore(stage.database(), BROKEN);
        store().create(account(1, "alice", "alice@example.org"));
        assertThatThrownBy(() -> broken.create(account(2, "bob", "bob@example.org")))
                .hasMessage("no event");
        assertThatThrownBy(() -> broken.createAll(List.of(account(3, "carol", "carol@example.org"))))
                .hasMessage("no event");
        assertThatThrownBy(() -> broken.update(1, user -> withBio(user, "new"))).hasMessage("no event");
        assertThat(store().greatestId()).isEqualTo(1);
        assertThat(store().findByUsername("alice")).map(User::bio).contains("");
    }

    @Test
    void aFailureTellsNeitherAddressNorSecret() {
        stage.database().write(handle -> handle.execute("""
                CREATE TRIGGER refuse BEFORE INSERT ON account BEGIN SELECT RAISE(ABORT, 'refused'); END"""));
        NewAccount account = new NewAccount(User.named(1, "alice", "Alice"), "alice@example.org", "secret-hash");
        assertThatThrownBy(() -> store().create(account)).satisfies(SqlUserStoreTest::tellsNothing);
        assertThatThrownBy(() -> store().createAll(List.of(account))).satisfies(SqlUserStoreTest::tellsNothing);
    }

    @Test
    void aViolatedConstraintTellsNoValue() {
        String sql = "INSERT INTO account (id, username, username_key, email, email_key, password_hash, display_name)"
                + " VALUES (?, 'alice', 'alice', ?, ?, ?, 'Alice')";
        assertThatThrownBy(() -> stage.database()
                        .write(handle ->
                                handle.execute(sql, 1, "alice@example.org", "alice@example.org", "secret-hash")))
                .satisfies(SqlUserStoreTest::tellsNothing);
    }

    /** The stack trace includes the messages of causes and suppressed exceptions. */
    private static void tellsNothing(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("SQLITE_CONSTRAINT").doesNotContain("alice@example.org", "secret-hash");
    }
}
