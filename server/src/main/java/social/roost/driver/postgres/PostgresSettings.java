package social.roost.driver.postgres;

import java.util.List;
import java.util.regex.Pattern;
import social.roost.base.config.Setting;
import social.roost.driver.StoreTls;

/** Where the PostgreSQL databases are. */
public record PostgresSettings(
        @Setting(value = "127.0.0.1:25432/roost_accounts", help = "Database of the accounts, as host:port/name.")
        String accounts,

        @Setting(
                value = "127.0.0.1:25433/roost_graph, 127.0.0.1:25434/roost_graph",
                help = "Databases that share the graph, as host:port/name; always in the same order.")
        List<String> shards,

        @Setting(value = "postgres", help = "User to log in as, at all of them.")
        String user,

        @Setting(value = "", help = "Password of that user.", secret = true)
        String password,

        StoreTls tls,

        @Setting(value = "16", help = "Connections that this process opens at most to each database.")
        int connections) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s/:?]+:\\d{1,5}/[\\w-]+");

    public PostgresSettings {
        shards = List.copyOf(shards);
        if (shards.isEmpty()) {
            throw new IllegalArgumentException("shards is empty, expected one address at least");
        }
        requireAddress(accounts);
        shards.forEach(PostgresSettings::requireAddress);
        if (connections < 1) {
            throw new IllegalArgumentException("connections is " + connections + ", expected 1 or more");
        }
    }

    private static void requireAddress(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("'" + address + "' is no address, expected host:port/name");
        }
    }
}
