package social.roost.driver.postgres;

import java.util.List;
import java.util.regex.Pattern;
import social.roost.base.config.Setting;
import social.roost.driver.StoreTls;

/** Addresses and credentials of the PostgreSQL databases. */
public record PostgresSettings(
        @Setting(value = "127.0.0.1:25432/roost_accounts", help = "Accounts database, as host:port/name.")
        String accounts,

        @Setting(
                value = "127.0.0.1:25433/roost_graph, 127.0.0.1:25434/roost_graph",
                help = "Shards of the graph, as host:port/name, always in the same order.")
        List<String> shards,

        @Setting(value = "postgres", help = "Username for all of these databases.")
        String user,

        @Setting(value = "", help = "Password of the user.", secret = true)
        String password,

        StoreTls tls,

        @Setting(value = "16", help = "Size of this process's connection pool for each database.")
        int connections) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s/:?]+:\\d{1,5}/[\\w-]+");

    public PostgresSettings {
        shards = List.copyOf(shards);
        if (shards.isEmpty()) {
            throw new IllegalArgumentException("shards is empty, expected at least one address");
        }
        requireAddress(accounts);
        shards.forEach(PostgresSettings::requireAddress);
        if (connections < 1) {
            throw new IllegalArgumentException("connections is " + connections + ", expected 1 or more");
        }
    }

    private static void requireAddress(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("'" + address + "' is not a valid address, expected host:port/name");
        }
    }
}
