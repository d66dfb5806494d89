package social.roost.driver.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.SslVerifyMode;
import java.util.List;
import social.roost.base.config.Setting;
import social.roost.driver.StoreTls;

/** Which Redis is used, and how its keys are told from those of others. */
public record RedisSettings(
        @Setting(value = "127.0.0.1:26379", help = "Addresses of Redis; of a cluster some nodes are enough.")
        List<String> addresses,

        @Setting(value = "false", help = "Whether the addresses are those of a Redis Cluster.")
        boolean cluster,

        @Setting(value = "", help = "User to log in as (ACL); empty for the default user.")
        String user,

        @Setting(value = "", help = "Password of that user; empty for none.", secret = true)
        String password,

        StoreTls tls,

        @Setting(value = "0", help = "Number of the database; a cluster has 0 only.")
        int database,

        @Setting(value = "roost:", help = "What all keys begin with, so that several programs can share a Redis.")
        String prefix) {

    public RedisSettings {
        if (addresses.isEmpty() || (addresses.size() > 1 && !cluster)) {
            throw new IllegalArgumentException("addresses name one Redis, or the nodes of a cluster");
        }
        if (database < 0 || (cluster && database > 0)) {
            throw new IllegalArgumentException(
                    "database is " + database + ", expected 0, or more where there is no cluster");
        }
        if (prefix.contains("{")) {
            throw new IllegalArgumentException("prefix must not contain {, which decides where a cluster keeps a key");
        }
        if (!user.isEmpty() && password.isEmpty()) {
            throw new IllegalArgumentException("user needs a password");
        }
        addresses.forEach(RedisSettings::requireAddress);
    }

    List<RedisURI> nodes() {
        return addresses.stream().map(this::node).toList();
    }

    private RedisURI node(String address) {
        int colon = address.lastIndexOf(':');
        RedisURI.Builder node = RedisURI.builder()
                .withHost(address.substring(0, colon))
                .withPort(Integer.parseInt(address.substring(colon + 1)))
                .withDatabase(database)
                .withSsl(tls.enabled())
                .withVerifyPeer(SslVerifyMode.FULL);
        if (!user.isEmpty()) {
            node.withAuthentication(user, password.toCharArray());
        } else if (!password.isEmpty()) {
            node.withPassword(password.toCharArray());
        }
        return node.build();
    }

    private static void requireAddress(String address) {
        if (!address.matches(".+:[0-9]{1,5}")) {
            throw new IllegalArgumentException("'" + address + "' is no address, expected host:port");
        }
    }
}
