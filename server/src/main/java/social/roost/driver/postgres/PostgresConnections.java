package social.roost.driver.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import social.roost.driver.CallSettings;
import social.roost.driver.StoreTls;

/**
 * Creates connections to a database with timeouts: the server cancels a statement at the deadline, and if the server
 * itself hangs, the client gives up the connection a second later.
 */
record PostgresConnections(String address, PostgresSettings settings, CallSettings calls) {
    /** The minimum that the pool accepts. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(250);

    private static final int IDLE_CONNECTIONS = 2;
    private static final Duration IDLE_TIME = Duration.ofMinutes(1);
    private static final int MIGRATION_SECONDS = 600;

    /**
     * A pool that opens even if the server is down, and detects connections that a restart of the server has closed.
     */
    HikariDataSource pool(String name) {
        long milliseconds = calls.deadline().toMillis();
        // The pool waits this long even if the server refuses immediately, and all attempts together must not take too
        // long.
        long wait = Math.max(SHORTEST_WAIT.toMillis(), milliseconds / calls.attempts());
        Properties properties = properties(deadlineSeconds() + 1);
        properties.setProperty(
                "options",
                "-c statement_timeout=" + milliseconds + " -c idle_in_transaction_session_timeout=" + 5 * milliseconds);
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setDataSourceProperties(properties);
        config.setMaximumPoolSize(settings.connections());
        if (settings.connections() > IDLE_CONNECTIONS) {
            config.setMinimumIdle(IDLE_CONNECTIONS);
            config.setIdleTimeout(IDLE_TIME.toMillis());
        }
        config.setConnectionTimeout(wait);
        config.setValidationTimeout(wait);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** Single connections for schema migrations, which may take long. */
    DataSource single() {
        return new DriverDataSource(url(), null, properties(MIGRATION_SECONDS), settings.user(), settings.password());
    }

    private String url() {
        return "jdbc:postgresql://" + address;
    }

    private Properties properties(int socketTimeout) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", String.valueOf(deadlineSeconds()));
        properties.setProperty("socketTimeout", String.valueOf(socketTimeout));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "roost");
        putTls(properties);
        // Error details contain values: email addresses and hashes of secrets.
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    /** Without this, the driver would use TLS if the server offers it, whoever the server is. */
    private void putTls(Properties properties) {
        StoreTls tls = settings.tls();
        if (!tls.enabled()) {
            properties.setProperty("sslmode", "disable");
            return;
        }
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslfactory", TlsSockets.class.getName());
        properties.setProperty("sslrootcert", tls.authority());
        properties.setProperty("sslcert", tls.certificate());
        properties.setProperty("sslkey", tls.key());
    }

    private int deadlineSeconds() {
        return (int) Math.ceilDiv(calls.deadline().toMillis(), 1_000);
    }
}
