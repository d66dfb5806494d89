package social.roost.driver.cassandra;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.driver.CallSettings;

/** A keyspace of its own on the Cassandra that the tests share. */
public final class CassandraStage implements AutoCloseable {
    private final CassandraCluster cluster;
    private final String keyspace;
    private final List<String> tables;

    private CassandraStage(CassandraCluster cluster, String keyspace, List<String> tables) {
        this.cluster = cluster;
        this.keyspace = keyspace;
        this.tables = tables;
    }

    /** Makes the keyspace, which takes seconds. */
    public static CassandraStage open(List<String> tables) {
        String keyspace = "test_" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        String address = System.getProperty("roost.test.cassandra", "127.0.0.1:19042");
        CassandraSettings settings = new CassandraSettings(List.of(address), keyspace, 1);
        return new CassandraStage(CassandraCluster.open(settings, calls(), tables), keyspace, tables);
    }

    public CassandraCluster cluster() {
        return cluster;
    }

    /** Removes all rows. */
    public void empty() {
        for (String table : tables) {
            String name = table.replaceAll("(?s)^\\s*CREATE TABLE IF NOT EXISTS (\\w+).*", "$1");
            var _ = cluster.execute(cluster.prepare("TRUNCATE " + name).bind());
        }
    }

    @Override
    public void close() {
        var _ = cluster.execute(cluster.prepare("DROP KEYSPACE " + keyspace).bind());
        cluster.close();
    }

    private static CallSettings calls() {
        Map<String, String> patient = Map.of("deadline", "20s", "concurrency", "64", "patience", "60s");
        return ConfigLoader.load(CallSettings.class, new ConfigSources(null, Map.of(), patient))
                .value();
    }
}
