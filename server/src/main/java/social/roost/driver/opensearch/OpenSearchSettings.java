package social.roost.driver.opensearch;

import java.util.List;
import org.apache.hc.core5.http.HttpHost;
import social.roost.base.config.Setting;
import social.roost.driver.StoreTls;

/** Connection to OpenSearch, and its indexes. */
public record OpenSearchSettings(
        @Setting(value = "", help = "OpenSearch addresses as host:port; empty for a cluster without search for tweets.")
        List<String> addresses,

        @Setting(value = "", help = "Username; empty for none.")
        String user,

        @Setting(value = "", help = "Password of the user.", secret = true)
        String password,

        StoreTls tls,

        @Setting(
                value = "roost-tweets",
                help = "Prefix of the names of indexes, so that deployments can share OpenSearch.")
        String prefix,

        @Setting(value = "1", help = "Shards of a new index. 'roost admin reindex' applies a change.")
        int shards,

        @Setting(value = "0", help = "Copies of each shard, on other nodes. 'roost admin reindex' applies a change.")
        int replicas) {

    private static final int MOST_SHARDS = 1_024;

    public OpenSearchSettings {
        for (String address : addresses) {
            if (!address.matches(".+:[0-9]{1,5}")) {
                throw new IllegalArgumentException("'" + address + "' is not a valid address, expected host:port");
            }
        }
        if (!prefix.matches("[a-z0-9][a-z0-9_.-]*")) {
            throw new IllegalArgumentException(
                    "prefix is '" + prefix + "', expected lowercase letters, digits and - _ .");
        }
        if (shards < 1 || shards > MOST_SHARDS || replicas < 0) {
            throw new IllegalArgumentException(
                    "shards is " + shards + " and replicas " + replicas + ", expected at least 1 and 0");
        }
        if (!user.isEmpty() && password.isEmpty()) {
            throw new IllegalArgumentException("user is set without a password");
        }
    }

    public boolean isUsed() {
        return !addresses.isEmpty();
    }

    HttpHost[] hosts() {
        return addresses.stream().map(this::host).toArray(HttpHost[]::new);
    }

    private HttpHost host(String address) {
        int colon = address.lastIndexOf(':');
        return new HttpHost(
                tls.enabled() ? "https" : "http",
                address.substring(0, colon),
                Integer.parseInt(address.substring(colon + 1)));
    }
}
