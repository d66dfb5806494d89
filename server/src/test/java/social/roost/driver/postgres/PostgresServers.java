package social.roost.driver.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import social.roost.driver.StackServers;

/** The servers that tests share, and the databases of the tests on them. */
final class PostgresServers {
    private static final PostgresSettings SHARED = StackServers.read().postgres();

    /** As host:port; the first has the accounts database. */
    static final List<String> ADDRESSES = Stream.concat(Stream.of(SHARED.accounts()), SHARED.shards().stream())
            .map(address -> address.replaceAll("/.*", ""))
            .toList();

    private PostgresServers() {}

    /** A database on each server, which all tests of this JVM use one after another: creating its tables takes long. */
    static String shared() {
        return Shared.NAME;
    }

    /** With these databases, as host:port/name. */
    static PostgresSettings settings(String accounts, List<String> shards, int connections) {
        return StackServers.read(Map.of(
                        "postgres.accounts", accounts,
                        "postgres.shards", String.join(",", shards),
                        "postgres.connections", String.valueOf(connections)))
                .postgres();
    }

    static void create(String address, String database) {
        execute(address, "CREATE DATABASE " + database);
    }

    static void drop(String address, String database) {
        execute(address, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    private static void execute(String address, String sql) {
        PostgresConnections connections = new PostgresConnections(address + "/postgres", SHARED, PostgresStage.CALLS);
        try (Connection connection = connections.single().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(address + ": " + sql, e);
        }
    }

    private static final class Shared {
        private static final String NAME =
                "test_" + Long.toHexString(ThreadLocalRandom.current().nextLong());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> ADDRESSES.forEach(server -> drop(server, NAME))));
            ADDRESSES.forEach(server -> create(server, NAME));
        }
    }
}
