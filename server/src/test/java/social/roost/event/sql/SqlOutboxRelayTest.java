package social.roost.event.sql;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.sqlite.SqliteDatabase;
import social.roost.driver.sqlite.SqliteSettings;
import social.roost.event.EventLog;
import social.roost.event.OutboxRelayContract;

class SqlOutboxRelayTest extends OutboxRelayContract {
    @TempDir
    Path folder;

    private SqliteDatabase database;
    private SqlEventLog log;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("roost.db"), SqliteSettings.defaults());
        log = new SqlEventLog(database, SqlEventLogSettings.defaults());
    }

    @AfterEach
    void close() {
        log.close();
        database.close();
    }

    @Override
    protected EventLog log() {
        return log;
    }
}
