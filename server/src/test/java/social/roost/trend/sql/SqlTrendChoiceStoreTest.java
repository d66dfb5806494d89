package social.roost.trend.sql;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.event.sql.SqliteStage;
import social.roost.trend.TrendChoiceStore;
import social.roost.trend.TrendChoiceStoreContract;

class SqlTrendChoiceStoreTest extends TrendChoiceStoreContract {
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
    protected TrendChoiceStore store() {
        return new SqlTrendChoiceStore(stage.database());
    }

    @Override
    protected void crash() throws IOException {
        stage.crash();
    }
}
