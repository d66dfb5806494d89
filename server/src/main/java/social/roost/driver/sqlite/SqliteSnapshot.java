package social.roost.driver.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.Dialect;

/**
 * The content of a file at the moment at which it was opened, whatever this process or another one writes meanwhile:
 * everything committed before, and nothing later. While it is open, the log of the file grows with each write.
 *
 * <p>Used by one thread. It never writes.
 */
public final class SqliteSnapshot implements Database {
    private static final int MOST_DEFECTS = 3;

    private final Path file;
    private final SqliteConnection connection;

    private SqliteSnapshot(Path file, SqliteConnection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Opens a file, which must exist: SQLite would create it. */
    public static SqliteSnapshot open(Path file) {
        SqliteSnapshot opened = new SqliteSnapshot(file, SqliteConnection.openReader(file));
        long _ = opened.bytes();
        return opened;
    }

    /** Its size. */
    public long bytes() {
        return pragma("page_count") * pragma("page_size");
    }

    private long pragma(String name) {
        // Reading the schema begins the transaction, which the pragma alone does not.
        return read(handle -> {
            var _ = handle.createQuery("SELECT COUNT(*) FROM sqlite_schema")
                    .mapTo(Long.class)
                    .one();
            return handle.createQuery("PRAGMA " + name).mapTo(Long.class).one();
        });
    }

    /**
     * Copies it to a file.
     *
     * @param target empty
     * @throws TransactionException if it cannot be copied
     */
    public void copyTo(Path target, Progress progress) {
        try {
            connection.copyTo(target, progress);
        } catch (SQLException e) {
            throw new TransactionException("Cannot copy " + file + " to " + target + ": " + e.getMessage(), e);
        }
    }

    /**
     * Checks a file that nobody uses, without changing it.
     *
     * @return the number of rows of each table
     * @throws TransactionException if it is damaged, with the first defects
     */
    public static Map<String, Long> check(Path file) {
        String url = "jdbc:sqlite:" + file.toUri().toString().replaceFirst("^file:///", "file:/") + "?immutable=1";
        try (Connection connection = SqliteConnection.configuration(true).createConnection(url);
                Statement statement = connection.createStatement()) {
            List<String> defects = texts(statement, "PRAGMA integrity_check(" + MOST_DEFECTS + ")");
            if (!defects.equals(List.of("ok"))) {
                throw new TransactionException(file + " is damaged: " + String.join("; ", defects));
            }
            Map<String, Long> rows = new TreeMap<>();
            for (String table : texts(
                    statement, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
                rows.put(
                        table,
                        Long.valueOf(texts(statement, "SELECT COUNT(*) FROM \"" + table + "\"")
                                .getFirst()));
            }
            return rows;
        } catch (SQLException e) {
            throw new TransactionException("Cannot check " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return connection.readOn(work);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        throw new UnsupportedOperationException("A snapshot does not change");
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public void afterCommit(Runnable listener) {
        throw new UnsupportedOperationException("A snapshot does not change");
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Told from time to time. */
    @FunctionalInterface
    public interface Progress {
        void reached(long pages, long all);
    }
}
