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
import social.roost.graph.Fame;
import social.roost.graph.GraphStore;
import social.roost.graph.GraphStoreContract;

class SqlGraphStoreTest extends GraphStoreContract {
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
    protected GraphStore store(Fame fame) {
        return new SqlGraphStore(stage.database(), stage.events(), fame);
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
        store().follow(1, 2, 1);
        GraphStore broken = new SqlGraphStore(
                stage.database(),
                (_, _) -> {
                    throw new IllegalStateException("no event");
                },
                new Fame(4, 2));
        assertThatThrownBy(() -> broken.follow(3, 2, 1)).hasMessage("no event");
        assertThatThrownBy(() -> broken.unfollow(1, 2)).hasMessage("no event");
        assertThat(store().followers(2)).containsExactly(1);
        assertThat(store().followees(1)).containsExactly(2);
        assertThat(store().followees(3)).isEmpty();
        assertThat(store().counts(new long[] {2}).get(2L)).isEqualTo(new GraphStore.Counts(1, 0));
    }
}
