package social.roost.app;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.driver.StackServers;
import social.roost.driver.cassandra.CassandraStage;
import social.roost.tweet.cassandra.TweetTables;

/**
 * The stores of a cluster on the shared servers, with the keyspace of this JVM, and with topics and keys of one test.
 */
final class OwnCluster {
    private OwnCluster() {}

    /** Names that no other test uses. */
    static Map<String, String> settings() {
        String own = "own_" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        Map<String, String> settings = new HashMap<>();
        settings.put("stores", "cluster");
        settings.put("http.port", "0");
        settings.put("fame.gained-at", "1000000");
        settings.put("cassandra.keyspace", CassandraStage.of(TweetTables.PART).keyspace());
        settings.put("kafka.prefix", own);
        settings.put("kafka.silence", "6s");
        settings.put("redis.prefix", own + ":");
        settings.put("limits.enabled", "false");
        settings.put("links.cards", "false");
        return settings;
    }

    /** A server with these settings and one role, which consumes events without listening. */
    static Server server(Map<String, String> settings, String role) {
        return server(settings, role, InstantSource.system());
    }

    /** The same with another clock. */
    static Server server(Map<String, String> settings, String role, InstantSource clock) {
        Map<String, String> flags = new HashMap<>(settings);
        flags.put("roles", role);
        Config config = ConfigLoader.load(Config.class, new ConfigSources(StackServers.file(), Map.of(), flags))
                .value();
        return Server.open(config, clock);
    }
}
