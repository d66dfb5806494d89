package social.roost.event.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.BackfillContract;
import social.roost.event.BackfillStore;
import social.roost.event.EventLog;

class SqlBackfillTest extends BackfillContract {
    private SqliteStage stage;
    private SqlEventLog beside;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        beside = new SqlEventLog(stage.database(), SqlEventLogSettings.defaults());
    }

    @AfterEach
    void close() {
        endAll();
        beside.close();
        stage.close();
    }

    @Override
    protected EventLog log() {
        return stage.events();
    }

    @Override
    protected EventLog logBeside() {
        return beside;
    }

    @Override
    protected BackfillStore store() {
        return new SqlBackfillStore(stage.database());
    }

    @Test
    void aGroupThatTheLogForgotIsReadAgain() throws Exception {
        readEverything();
        endAll();
        log().retainGroups(Set.of());
        assertThat(log().hasGroup("search")).isFalse();
        readEverything();
    }
}
