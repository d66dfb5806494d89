package social.roost.driver.sqlite;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteDataSource;

/** Brings the schema of a file up to date with the scripts in {@code db/sqlite}. */
final class SqliteMigrations {
    private SqliteMigrations() {}

    static void apply(Path file) {
        SQLiteDataSource source = new SQLiteDataSource(SqliteConnection.configuration());
        source.setUrl(SqliteConnection.url(file));
        Flyway.configure(SqliteMigrations.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/sqlite")
                .load()
                .migrate();
    }
}
