package social.roost.driver.cassandra;

import java.util.List;
import social.roost.base.config.Setting;

/** Where Cassandra is, and how safe what it stores is. */
public record CassandraSettings(
        @Setting(value = "127.0.0.1:19042", help = "Some of the nodes, as host:port; the others are found by these.")
        List<String> contactPoints,

        @Setting(value = "roost", help = "Keyspace; it is made when it is not there.")
        String keyspace,

        @Setting(
                value = "1",
                help = "Copies of each row in a new keyspace; 3 in production, so that any one node may be down.")
        int replication) {

    public CassandraSettings {
        if (contactPoints.isEmpty()) {
            throw new IllegalArgumentException("contact-points is empty, expected host:port");
        }
        if (!keyspace.matches("[a-z][a-z0-9_]{0,47}")) {
            throw new IllegalArgumentException("keyspace is '" + keyspace + "', expected a-z, 0-9 and _");
        }
        if (replication < 1) {
            throw new IllegalArgumentException("replication is " + replication + ", expected 1 or more");
        }
    }
}
