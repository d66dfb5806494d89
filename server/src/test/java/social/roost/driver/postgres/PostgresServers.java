package social.roost.driver.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The servers that tests share, and the databases of the tests on them. */
final class PostgresServers {
    /** As host:port; the first has the accounts. */
    static final List<String> ADDRESSES =
            List.of(System.getProperty("roost.test.postgres", "127.0.0.1:25432,127.0.0.1:25433,127.0.0.1:25434")
                    .split(","));

    static final String USER = "postgres";

    private PostgresServers() {}

    /** A database on each server, which all tests of this JVM use one after another: making its tables takes long. */
    static String shared() {
        return Shared.NAME;
    }

    static void create(String address, String database) {
        execute(address, "CREATE DATABASE " + database);
    }

    static void drop(String address, String database) {
        execute(address, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    private static void execute(String address, String sql) {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:postgresql://" + address + "/postgres", USER, "");
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
