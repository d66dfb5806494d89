package social.roost.driver.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.SslVerifyMode;
import java.util.List;
import social.roost.base.config.Setting;
import social.roost.driver.StoreTls;

/** Connection to Redis, and the prefix of its keys. */
public record RedisSettings(
        @Setting(value = "127.0.0.1:26379", help = "Redis addresses as host:port; some nodes of a cluster are enough.")
        List<String> addresses,

        @Setting(value = "false", help = "Whether Redis runs as a Redis Cluster.")
        boolean cluster,

        @Setting(value = "", help = "Username (ACL); empty for the default user.")
        String user,

        @Setting(value = "", help = "Password of the user; empty for none.", secret = true)
        String password,

        StoreTls tls,

        @Setting(value = "0", help = "Database number; a cluster has only 0.")
        int database,

        @Setting(value = "roost:", help = "Prefix of all keys, so that deployments can share a Redis server.")
        String prefix) {

    public RedisSettings {
        if (addresses.isEmpty() || (addresses.size() > 1 && !cluster)) {
            throw new IllegalArgumentException("addresses must name one Redis server, or nodes of a cluster");
        }
        if (database < 0 || (cluster && database > 0)) {
            throw new IllegalArgumentException("database is " + database + ", expected 0, or more without a cluster");
        }
        if (prefix.contains("{")) {
            throw new IllegalArgumentException("prefix must not contain {, which decides where a cluster keeps a key");
        }
        if (!user.isEmpty() && password.isEmpty()) {
            throw new IllegalArgumentException("user is set without a password");
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
            throw new IllegalArgumentException("'" + address + "' is not a valid address, expected host:port");
        }
    }
}
