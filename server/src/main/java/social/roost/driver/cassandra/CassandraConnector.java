package social.roost.driver.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.config.ProgrammaticDriverConfigLoaderBuilder;
import com.datastax.oss.driver.api.core.connection.BusyConnectionException;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.connection.HeartbeatException;
import com.datastax.oss.driver.api.core.servererrors.QueryExecutionException;
import com.datastax.oss.driver.api.core.servererrors.ServerError;
import com.datastax.oss.driver.api.core.ssl.ProgrammaticSslEngineFactory;
import com.datastax.oss.driver.internal.core.loadbalancing.DcInferringLoadBalancingPolicy;
import com.datastax.oss.driver.internal.core.specex.ConstantSpeculativeExecutionPolicy;
import java.time.Duration;
import social.roost.base.CipherSuites;
import social.roost.base.UnavailableException;
import social.roost.driver.CallSettings;
import social.roost.driver.PemFiles;

/** Opens sessions with the right deadlines and consistency, and knows which failures are outages. */
final class CassandraConnector {
    static final String DEPENDENCY = "cassandra";

    /** Opening connections and reading the schema take longer than calls, especially while nodes start. */
    private static final Duration SETUP_DEADLINE = Duration.ofSeconds(10);

    /** After a schema change, the session reads the schema again, for which the driver waits a second by default. */
    private static final Duration SCHEMA_WINDOW = Duration.ofMillis(20);

    private CassandraConnector() {}

    /**
     * Connects.
     *
     * @throws UnavailableException if no node responds
     */
    static CqlSession connect(CassandraSettings settings, CallSettings calls) {
        try {
            return builder(settings)
                    .withConfigLoader(configuration(settings, calls))
                    .build();
        } catch (RuntimeException e) {
            if (isOutage(e)) {
                throw new UnavailableException(DEPENDENCY, e);
            }
            throw e;
        }
    }

    /** Configures credentials and TLS. */
    static CqlSessionBuilder builder(CassandraSettings settings) {
        CqlSessionBuilder builder = CqlSession.builder().addContactPoints(settings.addresses());
        if (!settings.user().isEmpty()) {
            builder.withAuthCredentials(settings.user(), settings.password());
        }
        if (settings.tls().enabled()) {
            // Nodes are called by their addresses, which their certificates must contain.
            builder.withSslEngineFactory(new ProgrammaticSslEngineFactory(
                    PemFiles.context(settings.tls()), CipherSuites.strong(), true, false));
        }
        return builder;
    }

    /** Whether Cassandra is unavailable, rather than the statement wrong. */
    static boolean isOutage(Throwable failure) {
        return failure instanceof AllNodesFailedException
                || failure instanceof DriverTimeoutException
                || failure instanceof QueryExecutionException
                || failure instanceof ServerError
                || failure instanceof ClosedConnectionException
                || failure instanceof BusyConnectionException
                || failure instanceof HeartbeatException;
    }

    private static DriverConfigLoader configuration(CassandraSettings settings, CallSettings calls) {
        ProgrammaticDriverConfigLoaderBuilder options = DriverConfigLoader.programmaticBuilder()
                .withClass(DefaultDriverOption.LOAD_BALANCING_POLICY_CLASS, DcInferringLoadBalancingPolicy.class)
                .withString(DefaultDriverOption.REQUEST_CONSISTENCY, "LOCAL_QUORUM")
                .withString(DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY, "SERIAL")
                .withBoolean(DefaultDriverOption.REQUEST_WARN_IF_SET_KEYSPACE, false);
        if (!settings.datacenter().isEmpty()) {
            options.withString(DefaultDriverOption.LOAD_BALANCING_LOCAL_DATACENTER, settings.datacenter());
        }
        return deadlines(speculation(endingAtOnce(options), calls), calls).build();
    }

    /** A node that pauses must not delay calls that another could answer; applies only to idempotent statements. */
    private static ProgrammaticDriverConfigLoaderBuilder speculation(
            ProgrammaticDriverConfigLoaderBuilder options, CallSettings calls) {
        return options.withClass(
                        DefaultDriverOption.SPECULATIVE_EXECUTION_POLICY_CLASS,
                        ConstantSpeculativeExecutionPolicy.class)
                .withInt(DefaultDriverOption.SPECULATIVE_EXECUTION_MAX, 2)
                .withDuration(
                        DefaultDriverOption.SPECULATIVE_EXECUTION_DELAY,
                        calls.deadline().dividedBy(8));
    }

    /** Once a session is closed, its threads need not stay two more seconds for late tasks. */
    private static ProgrammaticDriverConfigLoaderBuilder endingAtOnce(ProgrammaticDriverConfigLoaderBuilder options) {
        return options.withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0);
    }

    private static ProgrammaticDriverConfigLoaderBuilder deadlines(
            ProgrammaticDriverConfigLoaderBuilder options, CallSettings calls) {
        return options.withDuration(DefaultDriverOption.REQUEST_TIMEOUT, calls.deadline())
                .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, SETUP_DEADLINE)
                .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, SETUP_DEADLINE)
                .withDuration(DefaultDriverOption.CONNECTION_SET_KEYSPACE_TIMEOUT, SETUP_DEADLINE)
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, SETUP_DEADLINE)
                .withDuration(DefaultDriverOption.METADATA_SCHEMA_REQUEST_TIMEOUT, SETUP_DEADLINE)
                .withDuration(DefaultDriverOption.METADATA_SCHEMA_WINDOW, SCHEMA_WINDOW)
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_AGREEMENT_TIMEOUT, SETUP_DEADLINE)
                .withDuration(DefaultDriverOption.HEARTBEAT_INTERVAL, Duration.ofSeconds(5))
                .withDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT, calls.deadline())
                .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(200))
                .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(2));
    }
}
