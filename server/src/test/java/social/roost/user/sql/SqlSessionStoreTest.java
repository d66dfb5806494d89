package social.roost.user.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.EventLog;
import social.roost.event.sql.SqliteStage;
import social.roost.user.Session;
import social.roost.user.SessionStore;
import social.roost.user.SessionStoreContract;
import social.roost.user.TokenHash;

class SqlSessionStoreTest extends SessionStoreContract {
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
    protected SessionStore store() {
        return new SqlSessionStore(stage.database(), stage.events());
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
    void withoutItsEventNoSessionEnds() {
        var _ = store().create(new Session(1, 10, "", 0, 1_000), TokenHash.of("token"));
        SessionStore broken = new SqlSessionStore(stage.database(), (_, _) -> {
            throw new IllegalStateException("no event");
        });
        assertThatThrownBy(() -> broken.delete(10, 1)).hasMessage("no event");
        assertThat(store().find(TokenHash.of("token"))).isPresent();
    }

    /** SECURITY 9: older versions had no maximum. */
    @Test
    void allSessionsOfAUserAreDeletedInStepsHoweverMany() {
        stage.database().write(handle -> handle.execute("""
                WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 2600)
                INSERT INTO session (token_hash, id, user_id, user_agent, created_at, expires_at)
                SELECT 'hash ' || n, n, CASE WHEN n <= 2500 THEN 10 ELSE 11 END, '', 0, 1000
                FROM number"""));
        assertThat(store().deleteAll(10, 7)).hasSize(2_499).doesNotContain(new TokenHash("hash 7"));
        assertThat(left()).isEqualTo(101);
    }

    @Test
    void allExpiredSessionsAreDeletedHoweverMany() {
        stage.database().write(handle -> handle.execute("""
                WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 4500)
                INSERT INTO session (token_hash, id, user_id, user_agent, created_at, expires_at)
                SELECT 'hash ' || n, n, n % 7, '', 0, CASE WHEN n <= 4000 THEN 1000 ELSE 1001 END FROM number"""));
        store().deleteExpired(1_000);
        assertThat(left()).isEqualTo(500);
    }

    private int left() {
        return stage.database()
                .read(handle -> handle.createQuery("SELECT count(*) FROM session")
                        .mapTo(int.class)
                        .one());
    }
}
