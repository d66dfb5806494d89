package social.roost.app;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.driver.cassandra.CassandraStage;
import social.roost.tweet.cassandra.TweetTables;

/** The stores of a cluster on the servers that the tests share, with the keyspace of this JVM, and topics and keys of one test's own. */
final class OwnCluster {
    private OwnCluster() {}

    /** Names that no other test has. */
    static Map<String, String> settings() {
        String[] postgres = System.getProperty("roost.test.postgres", "127.0.0.1:25432,127.0.0.1:25433,127.0.0.1:25434")
                .split(",", -1);
        String own = "own_" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        Map<String, String> settings = new HashMap<>();
        settings.put("stores", "cluster");
        settings.put("http.port", "0");
        settings.put("fame.gained-at", "1000000");
        settings.put("postgres.accounts", postgres[0] + "/roost_accounts");
        settings.put("postgres.shards", postgres[1] + "/roost_graph," + postgres[2] + "/roost_graph");
        settings.put("cassandra.contact-points", System.getProperty("roost.test.cassandra", "127.0.0.1:19042"));
        settings.put("cassandra.keyspace", CassandraStage.of(TweetTables.PART).keyspace());
        settings.put("kafka.servers", System.getProperty("roost.test.kafka", "127.0.0.1:19092"));
        settings.put("kafka.prefix", own);
        settings.put("kafka.silence", "6s");
        settings.put("redis.addresses", System.getProperty("roost.test.redis", "127.0.0.1:26379"));
        settings.put("redis.prefix", own + ":");
        settings.put("limits.enabled", "false");
        return settings;
    }

    /** A server with these settings that plays one role, and consumes events without listening. */
    static Server server(Map<String, String> settings, String role) {
        Map<String, String> flags = new HashMap<>(settings);
        flags.put("roles", role);
        Config config = ConfigLoader.load(Config.class, new ConfigSources(null, Map.of(), flags))
                .value();
        return Server.open(config, InstantSource.system());
    }
}
