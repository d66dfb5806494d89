package social.roost.analytics.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.analytics.AnalyticsStore;
import social.roost.analytics.AnalyticsStoreContract;
import social.roost.event.sql.SqliteStage;

class SqlAnalyticsStoreTest extends AnalyticsStoreContract {
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
    protected AnalyticsStore store() {
        return new SqlAnalyticsStore(stage.database());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
