package social.roost.driver.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jdbi.v3.core.transaction.TransactionException;
import social.roost.base.UnavailableException;
import social.roost.driver.sql.Migrations;

/**
 * The schema of a database: migrated before the first call that reaches the server, so that a process can start while a
 * server is down. If many processes start at once, one of them migrates it.
 */
final class PostgresSchema {
    /** Any number that nobody else locks. */
    private static final long LOCK = 0x526F6F7374L;

    private final String name;
    private final DataSource source;
    private final Migrations migrations;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean upToDate;

    PostgresSchema(String name, DataSource source, Migrations migrations, Duration patience) {
        this.name = name;
        this.source = source;
        this.migrations = migrations;
        this.patience = patience;
    }

    /** Does nothing once it has succeeded. */
    void bringUpToDate() {
        if (upToDate) {
            return;
        }
        awaitTurn();
        try {
            if (!upToDate) {
                migrate();
                upToDate = true;
            }
        } catch (SQLException e) {
            throw new TransactionException("Cannot bring the schema of " + name + " up to date", e);
        } finally {
            lock.unlock();
        }
    }

    /** Waiting for another process may take long if the server does not respond at all. */
    private void awaitTurn() {
        try {
            if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UnavailableException(name, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(name, e);
        }
    }

    private void migrate() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            migrations.apply(source);
        }
    }
}
