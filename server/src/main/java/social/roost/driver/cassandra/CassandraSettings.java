package social.roost.driver.cassandra;

import java.net.InetSocketAddress;
import java.util.List;
import social.roost.base.config.Setting;
import social.roost.driver.StoreTls;

/** Connection to Cassandra, and replication. */
public record CassandraSettings(
        @Setting(
                value = "127.0.0.1:19042",
                help = "Contact points as host:port; the other nodes are discovered from them.")
        List<String> contactPoints,

        @Setting(value = "", help = "Local datacenter; empty for that of the contact points.")
        String datacenter,

        @Setting(value = "roost", help = "Keyspace; created if it does not exist.")
        String keyspace,

        @Setting(
                value = "1",
                help = "Replication factor of a keyspace that Roost creates: 3 tolerates one node down, 1 is for"
                        + " development.")
        int replication,

        @Setting(value = "", help = "Username; empty if Cassandra needs no log-in.")
        String user,

        @Setting(value = "", help = "Password of the user.", secret = true)
        String password,

        StoreTls tls) {

    public CassandraSettings {
        if (contactPoints.isEmpty()) {
            throw new IllegalArgumentException("contact-points is empty, expected host:port");
        }
        contactPoints.forEach(CassandraSettings::requireAddress);
        if (!keyspace.matches("[a-z][a-z0-9_]{0,47}")) {
            throw new IllegalArgumentException("keyspace is '" + keyspace + "', expected a-z, 0-9 and _");
        }
        if (user.isEmpty() != password.isEmpty()) {
            throw new IllegalArgumentException("user and password must be set together");
        }
        if (replication < 1) {
            throw new IllegalArgumentException("replication is " + replication + ", expected 1 or more");
        }
    }

    List<InetSocketAddress> addresses() {
        return contactPoints.stream().map(CassandraSettings::address).toList();
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    private static void requireAddress(String text) {
        if (!text.matches(".+:[0-9]{1,5}")) {
            throw new IllegalArgumentException("'" + text + "' is not a valid address, expected host:port");
        }
    }
}
