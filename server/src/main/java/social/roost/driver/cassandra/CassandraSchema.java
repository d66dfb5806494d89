package social.roost.driver.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import com.datastax.oss.driver.api.core.servererrors.QueryExecutionException;
import com.datastax.oss.driver.api.core.servererrors.ServerError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.driver.NewerSchemaException;

/**
 * The tables of a keyspace, and the version of each of its parts.
 *
 * <p>Cassandra does not order schema changes that reach different nodes at the same time, so only the holder of a lock
 * makes them, and waits until all nodes agree. The lock is a row of {@code schema_version}, written conditionally. That
 * table itself may be created by many processes at once, because its id follows from its name.
 */
final class CassandraSchema {
    private static final Logger LOG = LoggerFactory.getLogger(CassandraSchema.class);
    private static final String LOCK = "lock";

    /** After this time, the lock of a crashed process is free; longer than any single change takes, which renews it. */
    private static final int LOCK_SECONDS = 60;

    private static final Duration CHANGE_DEADLINE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    /** How often a statement may be rejected: a table created at one node is not known to all at once. */
    private static final int PATIENCE_WITH_REFUSALS = 50;

    private final CqlSession session;
    private final CassandraSettings settings;
    private final String table;
    private final String owner = UUID.randomUUID().toString();
    private int refusals;

    CassandraSchema(CqlSession session, CassandraSettings settings) {
        this.session = session;
        this.settings = settings;
        this.table = settings.keyspace() + ".schema_version";
    }

    /**
     * Creates what is missing, and lets the session use the keyspace.
     *
     * @throws NewerSchemaException if a newer version of this program has changed this part
     */
    void bringTo(SchemaPart part) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!isBroughtTo(part)) {
            if (System.nanoTime() - giveUp > 0) {
                throw new UnavailableException(CassandraConnector.DEPENDENCY, null);
            }
            LockSupport.parkNanos(PAUSE);
        }
        session.refreshSchema();
    }

    /**
     * One attempt. If many processes start at once, a conditional write may end without a known result, and a node that
     * does not know a new table yet fails with a {@link ServerError}.
     */
    private boolean isBroughtTo(SchemaPart part) {
        try {
            if (!exists()) {
                begin();
            }
            session.execute("USE " + settings.keyspace());
            refuseNewer(part);
            if (version(part) < part.changes().size() && lock()) {
                changeAndUnlock(part);
            }
            return version(part) >= part.changes().size();
        } catch (QueryExecutionException | ServerError | DriverTimeoutException e) {
            LOG.info("Could not check or change the Cassandra schema; will retry: {}", e.getMessage());
            return false;
        } catch (InvalidQueryException e) {
            refusals++;
            if (refusals > PATIENCE_WITH_REFUSALS) {
                throw e;
            }
            LOG.debug("A node may not have received a schema change yet", e);
            return false;
        }
    }

    private void refuseNewer(SchemaPart part) {
        int version = version(part);
        if (version > part.changes().size()) {
            throw new NewerSchemaException(version + " (" + part.name() + ")");
        }
    }

    private boolean exists() {
        return session.getMetadata()
                .getKeyspace(settings.keyspace())
                .flatMap(keyspace -> keyspace.getTable("schema_version"))
                .isPresent();
    }

    private void begin() {
        change("CREATE KEYSPACE IF NOT EXISTS " + settings.keyspace()
                + " WITH replication = {'class': 'NetworkTopologyStrategy', 'replication_factor': "
                + settings.replication() + "}");
        change("CREATE TABLE IF NOT EXISTS " + table + " (name text PRIMARY KEY, version int, owner text) WITH id = "
                + UUID.nameUUIDFromBytes(table.getBytes(StandardCharsets.UTF_8)));
    }

    private void changeAndUnlock(SchemaPart part) {
        try {
            for (int next = version(part); next < part.changes().size(); next++) {
                renew();
                change(part.changes().get(next));
                run(
                        "UPDATE " + table + " SET version = ? WHERE name = ? IF version = ?",
                        next + 1,
                        part.name(),
                        next == 0 ? null : (Integer) next);
                LOG.info("Keyspace {} has {} {} of its schema", settings.keyspace(), part.name(), next + 1);
            }
        } finally {
            run("DELETE FROM " + table + " WHERE name = ? IF owner = ?", LOCK, owner);
        }
    }

    private boolean lock() {
        Row row = run(
                "INSERT INTO " + table + " (name, owner) VALUES (?, ?) IF NOT EXISTS USING TTL " + LOCK_SECONDS,
                LOCK,
                owner);
        return row.getBoolean("[applied]") || owner.equals(row.getString("owner"));
    }

    private void renew() {
        Row row = run(
                "UPDATE " + table + " USING TTL " + LOCK_SECONDS + " SET owner = ? WHERE name = ? IF owner = ?",
                owner,
                LOCK,
                owner);
        if (!row.getBoolean("[applied]")) {
            throw new UnavailableException(CassandraConnector.DEPENDENCY, null);
        }
    }

    private int version(SchemaPart part) {
        Row row = session.execute(
                        SimpleStatement.newInstance("SELECT version FROM " + table + " WHERE name = ?", part.name())
                                .setConsistencyLevel(ConsistencyLevel.SERIAL)
                                .setTimeout(CHANGE_DEADLINE))
                .one();
        return row == null ? 0 : row.getInt("version");
    }

    private Row run(String cql, @Nullable Object... values) {
        Row row = session.execute(SimpleStatement.newInstance(cql, values)
                        .setTimeout(CHANGE_DEADLINE)
                        .setIdempotent(false))
                .one();
        if (row == null) {
            throw new IllegalStateException("No answer to a statement with a condition");
        }
        return row;
    }

    /** The driver waits until the nodes agree, but gives up after a while; this does not. */
    private void change(String cql) {
        boolean agreed = session.execute(SimpleStatement.newInstance(cql).setTimeout(CHANGE_DEADLINE))
                .getExecutionInfo()
                .isSchemaInAgreement();
        if (!agreed && !session.checkSchemaAgreement()) {
            throw new UnavailableException(CassandraConnector.DEPENDENCY, null);
        }
    }
}
