package social.roost.driver.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.transaction.TransactionException;
import org.sqlite.SQLiteDataSource;
import social.roost.driver.sql.Migrations;

/**
 * Migrates the schema of a file with Flyway. The file's {@code user_version} contains a checksum of the applied
 * scripts, because loading Flyway alone takes a quarter of a second of every start.
 */
final class SqliteMigrations {
    private SqliteMigrations() {}

    static void apply(Path file) {
        Migrations migrations = Migrations.of("sqlite");
        int checksum = migrations.checksum();
        SQLiteDataSource source = new SQLiteDataSource(SqliteConnection.configuration());
        source.setUrl(SqliteConnection.url(file));
        try {
            if (readChecksum(source) != checksum) {
                migrations.apply(source);
                writeChecksum(source, checksum);
            }
        } catch (SQLException e) {
            throw new TransactionException("Cannot bring the schema of " + file + " up to date", e);
        }
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
}
