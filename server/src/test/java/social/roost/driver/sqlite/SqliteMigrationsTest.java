package social.roost.driver.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMigrationsTest {
    @TempDir
    Path folder;

    @Test
    void everyScriptIsListed() throws Exception {
        Path scripts = Path.of(
                Objects.requireNonNull(getClass().getResource("/db/sqlite")).toURI());
        try (Stream<Path> files = Files.list(scripts)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .toList();
            assertThat(MigrationScript.all())
                    .extracting(MigrationScript::getFilename)
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void scriptsRunOnceAndAFileThatIsBehindIsBroughtUpToDate() {
        Path file = folder.resolve("roost.db");
        SqliteMigrations.apply(file);
        SqliteMigrations.apply(file);
        // As after an upgrade: another checksum.
        try (SqliteDatabase database = SqliteDatabase.open(file, SqliteSettings.defaults())) {
            assertThat(applied(database)).isEqualTo(MigrationScript.all().size());
            database.write(handle -> handle.execute("PRAGMA user_version = 1"));
        }
        try (SqliteDatabase database = SqliteDatabase.open(file, SqliteSettings.defaults())) {
            assertThat(applied(database)).isEqualTo(MigrationScript.all().size());
        }
    }

    private static int applied(SqliteDatabase database) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM flyway_schema_history WHERE success")
                .mapTo(int.class)
                .one());
    }
}
