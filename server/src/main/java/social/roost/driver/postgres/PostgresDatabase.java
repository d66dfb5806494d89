package social.roost.driver.postgres;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.driver.CallSettings;
import social.roost.driver.Guard;
import social.roost.driver.Pool;
import social.roost.driver.sql.Database;
import social.roost.driver.sql.Dialect;
import social.roost.driver.sql.Migrations;

/**
 * A database of a PostgreSQL server. Reads run without a transaction, and are retried if the connection breaks; writes
 * run in a transaction, and are retried as long as they had no effect.
 */
public final class PostgresDatabase implements Database {
    private static final Logger log = LoggerFactory.getLogger(PostgresDatabase.class);

    private final Guard guard;
    private final CallSettings calls;
    private final HikariDataSource pool;
    private final PostgresSchema schema;
    private final Jdbi jdbi;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private PostgresDatabase(String name, String folder, PostgresConnections connections) {
        calls = connections.calls();
        guard = new Guard(name, calls, PostgresFailures::isOutage);
        schema = new PostgresSchema(name, connections.single(), Migrations.of(folder), calls.deadline());
        pool = connections.pool(name);
        jdbi = Jdbi.create(pool).registerArrayType(Long.class, "bigint").registerArrayType(Boolean.class, "boolean");
        // Without values, which are email addresses and hashes of secrets.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /**
     * Opens the accounts database and migrates its schema.
     *
     * @throws UnavailableException if the server does not respond
     */
    public static PostgresDatabase openAccounts(PostgresSettings settings, CallSettings calls) {
        PostgresDatabase database = new PostgresDatabase(
                "PostgreSQL accounts",
                "postgres-accounts",
                new PostgresConnections(settings.accounts(), settings, calls));
        try {
            database.prepare();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Opens the databases of the graph. If a server does not respond, its schema is migrated once it does. */
    public static List<PostgresDatabase> openShards(PostgresSettings settings, CallSettings calls) {
        List<PostgresDatabase> opened = new ArrayList<>();
        try {
            for (String address : settings.shards()) {
                PostgresDatabase shard = new PostgresDatabase(
                        "PostgreSQL graph " + (opened.size() + 1),
                        "postgres-graph",
                        new PostgresConnections(address, settings, calls));
                opened.add(shard);
                shard.prepareIfUp(address);
            }
            return List.copyOf(opened);
        } catch (RuntimeException e) {
            opened.forEach(PostgresDatabase::close);
            throw e;
        }
    }

    private void prepareIfUp(String address) {
        try {
            prepare();
        } catch (UnavailableException e) {
            log.warn(
                    "{} at {} does not respond; will connect as soon as it does: {}",
                    guard.dependency(),
                    address,
                    reason(e));
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private void prepare() {
        boolean _ = guard.once("migrate", () -> {
            schema.bringUpToDate();
            return true;
        });
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return guard.repeatable("read", () -> {
            schema.bringUpToDate();
            return attempt(() -> jdbi.withHandle(work::apply));
        });
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        Supplier<T> write = () -> {
            schema.bringUpToDate();
            return new PostgresWrite<>(this::inTransaction, work, calls).run();
        };
        T result = guard.once("write", write);
        listeners.forEach(PostgresDatabase::call);
        return result;
    }

    private <T extends @Nullable Object> T inTransaction(Work<T> work) {
        return attempt(() -> jdbi.inTransaction(work::apply));
    }

    /**
     * If a server restart has closed one connection it has closed all, and the pool hands out recently used ones
     * without checking. The next attempt gets a new one.
     */
    private <T extends @Nullable Object> T attempt(Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (RuntimeException e) {
            if (PostgresFailures.isBrokenConnection(e)) {
                pool.getHikariPoolMXBean().softEvictConnections();
            }
            throw e;
        }
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRES;
    }

    @Override
    public void afterCommit(Runnable listener) {
        listeners.add(listener);
    }

    /** Its connection pool. */
    public Pool pool() {
        HikariPoolMXBean counts = pool.getHikariPoolMXBean();
        return new Pool(
                guard.dependency(),
                counts::getActiveConnections,
                counts::getIdleConnections,
                counts::getThreadsAwaitingConnection,
                pool.getMaximumPoolSize());
    }

    public Guard guard() {
        return guard;
    }

    /** Closes all connections, including those in use. */
    @Override
    public void close() {
        pool.close();
    }

    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.error("A commit listener failed", e);
        }
    }
}
