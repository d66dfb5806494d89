package social.roost.ranking;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.ranking.sql.SqlSignalStore;

class CachedSignalsTest extends SignalStoreContract {
    private SqliteStage stage;
    private SignalStore signals;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        signals = cached();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    protected SignalStore store() {
        return signals;
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
        signals = cached();
    }

    private SignalStore cached() {
        return new CachedSignals(new SqlSignalStore(stage.database()), Duration.ofMinutes(1));
    }
}
