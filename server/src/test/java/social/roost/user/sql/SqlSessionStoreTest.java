package social.roost.user.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.user.SessionStore;
import social.roost.user.SessionStoreContract;

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
        return new SqlSessionStore(stage.database());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }

    @Test
    void allExpiredSessionsAreDeletedHoweverMany() {
        stage.database().write(handle -> handle.execute("""
                WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 4500)
                INSERT INTO session
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
