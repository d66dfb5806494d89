package social.roost.driver.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConnection;
import social.roost.driver.sql.Database.Work;

/**
 * A connection that exists as long as the database and is used by one thread at a time, with one handle and its
 * prepared statements. It is always in a transaction, which takes no lock before its first statement.
 */
final class SqliteConnection implements AutoCloseable {
    /** In KiB, which is the meaning of a negative number for SQLite. */
    private static final int CACHE_SIZE = -16 * 1024;

    /** The log is copied to the database when it has this many pages of 4 KiB. */
    private static final int CHECKPOINT_PAGES = 4_000;

    /** In bytes; a long read can make the log grow, and it shrinks to this size afterwards. */
    private static final int LOG_SIZE_LIMIT = 64 << 20;

    private static final int BUSY_TIMEOUT_MILLISECONDS = 5_000;

    /** Of a copy, between two reports of its progress. */
    private static final int PAGES_AT_ONCE = 4_096;

    private static final Logger log = LoggerFactory.getLogger(SqliteConnection.class);

    private final Path file;
    private final Connection connection;
    private final Handle handle;
    private final PreparedStatement savepoint;
    private final PreparedStatement release;
    private final PreparedStatement rollbackTo;
    private boolean broken;

    private SqliteConnection(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        connection.setAutoCommit(false);
        handle = jdbi(connection).open();
        savepoint = connection.prepareStatement("SAVEPOINT work");
        release = connection.prepareStatement("RELEASE work");
        rollbackTo = connection.prepareStatement("ROLLBACK TO work");
    }

    /** The message of a failed statement leaves out its values, which are email addresses and hashes of secrets. */
    private static Jdbi jdbi(Connection connection) {
        Jdbi jdbi = Jdbi.create(() -> connection).setStatementBuilderFactory(_ -> new CachingStatementBuilder());
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    static SqliteConnection openWriter(Path file) {
        return open(file, false);
    }

    /** Not opened as a read-only file, because a reader in WAL mode must be able to write the index of the log. */
    static SqliteConnection openReader(Path file) {
        return open(file, true);
    }

    private static SqliteConnection open(Path file, boolean queryOnly) {
        try {
            Connection connection = configuration().createConnection(url(file));
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = " + queryOnly);
            }
            return new SqliteConnection(file, connection);
        } catch (SQLException e) {
            throw new TransactionException("Cannot open the database " + file, e);
        }
    }

    static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }

    static SQLiteConfig configuration() {
        return configuration(false);
    }

    /** @param unused whether the file is a copy that nobody uses, which keeps its journal mode */
    static SQLiteConfig configuration(boolean unused) {
        SQLiteConfig configuration = new SQLiteConfig();
        configuration.setReadOnly(unused);
        if (!unused) {
            configuration.setJournalMode(JournalMode.WAL);
        }
        // In WAL mode only FULL makes a commit durable against power loss.
        configuration.setSynchronous(SynchronousMode.FULL);
        configuration.enforceForeignKeys(true);
        configuration.setBusyTimeout(BUSY_TIMEOUT_MILLISECONDS);
        configuration.setCacheSize(CACHE_SIZE);
        configuration.setTempStore(TempStore.MEMORY);
        configuration.setWalAutocheckpoint(CHECKPOINT_PAGES);
        configuration.setJournalSizeLimit(LOG_SIZE_LIMIT);
        return configuration;
    }

    void commit() throws SQLException {
        handle.clean();
        connection.commit();
    }

    /** Runs on the snapshot that its first statement sees. */
    <T extends @Nullable Object> T read(Work<T> work) {
        try {
            return work.apply(handle);
        } finally {
            end();
        }
    }

    /** Like {@link #read}, but the next read sees the same snapshot. */
    <T extends @Nullable Object> T readOn(Work<T> work) {
        T result = work.apply(handle);
        handle.clean();
        return result;
    }

    /** Copies the pages of the snapshot to a new file. */
    void copyTo(Path target, SqliteSnapshot.Progress progress) throws SQLException {
        int code = connection
                .unwrap(SQLiteConnection.class)
                .getDatabase()
                .backup(
                        "main",
                        target.toString(),
                        (left, all) -> progress.reached((long) all - left, all),
                        1,
                        1,
                        PAGES_AT_ONCE);
        if (code != 0) {
            throw new SQLException("Copying ended with code " + code);
        }
    }

    /**
     * SQLite rolls back the transaction by itself on some errors; then the driver's state is wrong and the connection
     * unusable.
     */
    private void end() {
        try {
            handle.clean();
            connection.rollback();
        } catch (SQLException e) {
            broken = true;
            log.warn("A read connection broke; replacing it", e);
        }
    }

    boolean isBroken() {
        return broken;
    }

    /** Another read connection instead of this one, or this one as long as none can be opened. */
    SqliteConnection reopened() {
        try {
            SqliteConnection other = openReader(file);
            close();
            return other;
        } catch (TransactionException e) {
            log.warn("Could not replace a read connection yet", e);
            return this;
        }
    }

    /**
     * Runs the work; if it throws, its changes are rolled back, but not earlier changes of the transaction.
     *
     * @return what the work threw, if it did
     * @throws SQLException if the whole transaction is broken
     */
    @Nullable
    Throwable runUndoable(PendingWrite<?> write) throws SQLException {
        savepoint.execute();
        try {
            write.run(handle);
            handle.clean();
            release.execute();
            return null;
        } catch (Throwable failure) {
            undo(failure);
            return failure;
        }
    }

    private void undo(Throwable failure) throws SQLException {
        try {
            handle.clean();
            rollbackTo.execute();
            release.execute();
        } catch (SQLException e) {
            // SQLite rolls back the whole transaction on some errors, such as a full disk.
            e.addSuppressed(failure);
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new TransactionException("Cannot close the database", e);
        }
    }
}
