package social.roost.driver.sqlite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/**
 * Brings the schema of a file up to date with Flyway. The file's {@code user_version} remembers a checksum of the scripts
 * it was brought up to, because merely loading Flyway takes a quarter of a second of every start.
 */
final class SqliteMigrations {
    private SqliteMigrations() {}

    static void apply(Path file) {
        List<MigrationScript> scripts = MigrationScript.all();
        int checksum = checksum(scripts);
        SQLiteDataSource source = new SQLiteDataSource(SqliteConnection.configuration());
        source.setUrl(SqliteConnection.url(file));
        try {
            if (readChecksum(source) != checksum) {
                migrate(source, scripts);
                writeChecksum(source, checksum);
            }
        } catch (SQLException e) {
            throw new TransactionException("Cannot bring the schema of " + file + " up to date", e);
        }
    }

    private static void migrate(SQLiteDataSource source, List<MigrationScript> scripts) {
        Flyway.configure(SqliteMigrations.class.getClassLoader())
                .dataSource(source)
                .resourceProvider(new Scripts(scripts))
                .javaMigrationClassProvider(List::of)
                .skipDefaultCallbacks(true)
                .loggers("slf4j")
                .group(true) // all new scripts or none
                .load()
                .migrate();
    }

    private static int checksum(List<MigrationScript> scripts) {
        CRC32 checksum = new CRC32();
        for (MigrationScript script : scripts) {
            checksum.update((script.getFilename() + '\n' + script.text()).getBytes(StandardCharsets.UTF_8));
        }
        return (int) checksum.getValue();
    }

    private static int readChecksum(SQLiteDataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }

    private static void writeChecksum(SQLiteDataSource source, int checksum) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + checksum);
        }
    }

    private record Scripts(List<MigrationScript> scripts) implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return scripts.stream()
                    .filter(script -> script.getFilename().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return scripts.stream()
                    .<LoadableResource>map(script -> script)
                    .filter(script -> script.getFilename().startsWith(prefix))
                    .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                    .toList();
        }
    }
}
