package social.roost.graph.sql;

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
import social.roost.graph.BlockStore;
import social.roost.graph.BlockStoreContract;

class SqlBlockStoreTest extends BlockStoreContract {
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
    protected BlockStore store() {
        return new SqlBlockStore(stage.database(), stage.events());
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
    void withoutItsEventNothingChanges() {
        store().block(1, 2, 1);
        store().mute(1, 2, 1, 500);
        BlockStore broken = new SqlBlockStore(stage.database(), (_, _) -> {
            throw new IllegalStateException("no event");
        });
        assertThatThrownBy(() -> broken.block(1, 3, 1)).hasMessage("no event");
        assertThatThrownBy(() -> broken.unblock(1, 2)).hasMessage("no event");
        assertThatThrownBy(() -> broken.mute(1, 2, 1, 600)).hasMessage("no event");
        assertThatThrownBy(() -> broken.unmute(1, 2)).hasMessage("no event");
        assertThat(store().screen(1).blocked()).containsExactly(2);
        assertThat(store().screen(1).mutedUntil()).containsExactly(500);
    }

    @Test
    void allThatHasEndedIsDeletedHoweverMuch() {
        stage.database().write(handle -> handle.execute("""
                WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 4500)
                INSERT INTO mute SELECT n % 7, n, 0, CASE WHEN n <= 4000 THEN 1000 ELSE 1001 END FROM number"""));
        store().deleteEnded(1_000);
        assertThat(left()).isEqualTo(500);
    }

    private int left() {
        return stage.database()
                .read(handle -> handle.createQuery("SELECT count(*) FROM mute")
                        .mapTo(int.class)
                        .one());
    }
}
