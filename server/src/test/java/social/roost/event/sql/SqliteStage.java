package social.roost.event.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import social.roost.driver.sql.Database;
import social.roost.driver.sqlite.CrashedCopy;
import social.roost.driver.sqlite.SqliteDatabase;
import social.roost.driver.sqlite.SqliteSettings;
import social.roost.event.DeliverySettings;

/** A SQLite file with its event log, for the tests of what stores in it. */
public final class SqliteStage implements AutoCloseable {
    private final Path folder;
    private final Deque<Opened> opened = new ArrayDeque<>();

    /** Opens a new file in the folder. */
    public SqliteStage(Path folder) {
        this.folder = folder;
        open(folder.resolve("roost.db"));
    }

    public Database database() {
        return opened.getFirst().database();
    }

    public SqlEventLog events() {
        return opened.getFirst().events();
    }

    /** Continues with what a crash now would leave. */
    public void crash() throws IOException {
        open(CrashedCopy.of(opened.getFirst().file(), folder.resolve("after crash " + opened.size())));
    }

    @Override
    public void close() {
        opened.forEach(Opened::close);
    }

    private void open(Path file) {
        SqliteDatabase database = SqliteDatabase.open(file, SqliteSettings.defaults());
        SqlEventLogSettings settings = new SqlEventLogSettings(
                DeliverySettings.defaults(), 1_000, Duration.ofHours(1), Duration.ofHours(1), 10_000);
        opened.push(new Opened(file, database, new SqlEventLog(database, settings)));
    }

    private record Opened(Path file, SqliteDatabase database, SqlEventLog events) {
        void close() {
            events.close();
            database.close();
        }
    }
}
