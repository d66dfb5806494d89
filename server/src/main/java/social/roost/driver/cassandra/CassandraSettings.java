package social.roost.driver.cassandra;

import java.net.InetSocketAddress;
import java.util.List;
import social.roost.base.config.Setting;
import social.roost.driver.StoreTls;

/** Which Cassandra is used, and how many copies it keeps. */
public record CassandraSettings(
        @Setting(value = "127.0.0.1:19042", help = "Some of the nodes, as host:port; these name the others.")
        List<String> contactPoints,

        @Setting(value = "", help = "Datacenter whose nodes are asked; empty for that of the contact points.")
        String datacenter,

        @Setting(value = "roost", help = "Keyspace; it is made when it is not there.")
        String keyspace,

        @Setting(
                value = "1",
                help =
                        "Copies of each row in a keyspace that is made: 3 let any one node be down, 1 is for development.")
        int replication,

        @Setting(value = "", help = "User to log in as; empty for a Cassandra that asks for none.")
        String user,

        @Setting(value = "", help = "Password of that user.", secret = true)
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
            throw new IllegalArgumentException("user and password belong together: expected both, or neither");
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
            throw new IllegalArgumentException("'" + text + "' is no address, expected host:port");
        }
    }
}
