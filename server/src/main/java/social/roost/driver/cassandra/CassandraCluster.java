package social.roost.driver.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.connection.BusyConnectionException;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.connection.HeartbeatException;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.servererrors.QueryExecutionException;
import com.datastax.oss.driver.internal.core.loadbalancing.DcInferringLoadBalancingPolicy;
import com.datastax.oss.driver.internal.core.specex.ConstantSpeculativeExecutionPolicy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import social.roost.base.UnavailableException;
import social.roost.driver.CallSettings;
import social.roost.driver.Guard;

/**
 * A keyspace of a Cassandra cluster. Reads and writes ask a quorum of the copies, so a read sees every write that returned; rows
 * are asked for at the nodes that have them.
 *
 * <p>Statements may be repeated unless they say that they are not idempotent, as those with a condition must.
 */
public final class CassandraCluster implements AutoCloseable {
    static final String DEPENDENCY = "cassandra";

    /** Statements of one call that are in progress at a time. */
    private static final int IN_FLIGHT = 128;

    private static final Duration CONNECT_DEADLINE = Duration.ofSeconds(10);

    private final CqlSession session;
    private final Guard guard;

    private CassandraCluster(CqlSession session, Guard guard) {
        this.session = session;
        this.guard = guard;
    }

    /**
     * Connects, and brings the schema up to date.
     *
     * @param changes all that ever were, oldest first; each may be repeated, as CREATE TABLE IF NOT EXISTS
     * @throws UnavailableException when no node answers
     */
    public static CassandraCluster open(CassandraSettings settings, CallSettings calls, List<String> changes) {
        CqlSession session;
        try {
            session = CqlSession.builder()
                    .withConfigLoader(configuration(calls))
                    .addContactPoints(settings.contactPoints().stream()
                            .map(CassandraCluster::address)
                            .toList())
                    .build();
        } catch (DriverException e) {
            throw new UnavailableException(DEPENDENCY, e);
        }
        try {
            new CassandraSchema(session, settings).bringTo(changes);
            return new CassandraCluster(session, new Guard(DEPENDENCY, calls, CassandraCluster::isOutage));
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    public PreparedStatement prepare(String cql) {
        return session.prepare(cql);
    }

    /** Values that may be null are bound by this. */
    public static BoundStatement bind(PreparedStatement statement, @Nullable Object... values) {
        return statement.bind(values);
    }

    public Guard guard() {
        return guard;
    }

    /** Runs one statement; repeats it after a failure if it is idempotent. */
    public ResultSet execute(Statement<?> statement) {
        return Boolean.FALSE.equals(statement.isIdempotent())
                ? guard.once(() -> session.execute(statement))
                : guard.repeatable(() -> session.execute(statement));
    }

    /**
     * Runs many idempotent reads at once, a bounded number at a time.
     *
     * @return the rows of each, in the order of the statements
     */
    public List<List<Row>> readAll(List<? extends Statement<?>> statements) {
        List<List<Row>> results = new ArrayList<>(statements.size());
        for (int from = 0; from < statements.size(); from += IN_FLIGHT) {
            List<? extends Statement<?>> some = statements.subList(from, Math.min(from + IN_FLIGHT, statements.size()));
            results.addAll(guard.repeatable(() -> readSome(some)));
        }
        return results;
    }

    private List<List<Row>> readSome(List<? extends Statement<?>> statements) {
        List<CompletableFuture<List<Row>>> pending = statements.stream()
                .map(statement -> session.executeAsync(statement)
                        .thenCompose(page -> rest(page, new ArrayList<>()))
                        .toCompletableFuture())
                .toList();
        try {
            return pending.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static CompletionStage<List<Row>> rest(AsyncResultSet page, List<Row> rows) {
        page.currentPage().forEach(rows::add);
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> rest(next, rows))
                : CompletableFuture.completedFuture(rows);
    }

    @Override
    public void close() {
        session.close();
    }

    private static DriverConfigLoader configuration(CallSettings calls) {
        return DriverConfigLoader.programmaticBuilder()
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, calls.deadline())
                .withString(DefaultDriverOption.REQUEST_CONSISTENCY, "LOCAL_QUORUM")
                .withString(DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY, "LOCAL_SERIAL")
                .withBoolean(DefaultDriverOption.REQUEST_DEFAULT_IDEMPOTENCE, true)
                .withClass(DefaultDriverOption.LOAD_BALANCING_POLICY_CLASS, DcInferringLoadBalancingPolicy.class)
                .withClass(
                        DefaultDriverOption.SPECULATIVE_EXECUTION_POLICY_CLASS,
                        ConstantSpeculativeExecutionPolicy.class)
                .withInt(DefaultDriverOption.SPECULATIVE_EXECUTION_MAX, 2)
                .withDuration(
                        DefaultDriverOption.SPECULATIVE_EXECUTION_DELAY,
                        calls.deadline().dividedBy(4))
                .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, CONNECT_DEADLINE)
                .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, CONNECT_DEADLINE)
                .withDuration(DefaultDriverOption.CONNECTION_SET_KEYSPACE_TIMEOUT, CONNECT_DEADLINE)
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, CONNECT_DEADLINE)
                .withDuration(DefaultDriverOption.METADATA_SCHEMA_REQUEST_TIMEOUT, CONNECT_DEADLINE)
                .withDuration(DefaultDriverOption.HEARTBEAT_INTERVAL, Duration.ofSeconds(5))
                .withDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT, calls.deadline())
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(200))
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(2))
                .withBoolean(DefaultDriverOption.REQUEST_WARN_IF_SET_KEYSPACE, false)
                .build();
    }

    /** Whether it is Cassandra that is not well, rather than the statement that is wrong. */
    private static boolean isOutage(Throwable failure) {
        return failure instanceof AllNodesFailedException
                || failure instanceof com.datastax.oss.driver.api.core.DriverTimeoutException
                || failure instanceof QueryExecutionException
                || failure instanceof ClosedConnectionException
                || failure instanceof BusyConnectionException
                || failure instanceof HeartbeatException;
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("'" + text + "' is no host:port");
        }
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
