package social.roost.driver.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.driver.sql.Migrations;

class SqliteMigrationsTest {
    @TempDir
    Path folder;

    @Test
    void scriptsRunOnceAndAFileThatIsBehindIsBroughtUpToDate() {
        Path file = folder.resolve("roost.db");
        SqliteMigrations.apply(file);
        SqliteMigrations.apply(file);
        // As after an upgrade: another checksum.
        try (SqliteDatabase database = SqliteDatabase.open(file, SqliteSettings.defaults())) {
            assertThat(applied(database))
                    .isEqualTo(Migrations.of("sqlite").names().size());
            database.write(handle -> handle.execute("PRAGMA user_version = 1"));
        }
        try (SqliteDatabase database = SqliteDatabase.open(file, SqliteSettings.defaults())) {
            assertThat(applied(database))
                    .isEqualTo(Migrations.of("sqlite").names().size());
        }
    }

    private static int applied(SqliteDatabase database) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM flyway_schema_history WHERE success")
                .mapTo(int.class)
                .one());
    }
}
