package social.roost.driver.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.internal.core.loadbalancing.DcInferringLoadBalancingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.driver.CallSettings;
import social.roost.driver.Guard;
import social.roost.driver.StackServers;

/**
 * A keyspace on the Cassandra that the tests share, with simulated failures. Creating the tables of a keyspace takes
 * many seconds, so all tests of this JVM with the same tables share them.
 */
public final class CassandraStage {
    private static final Map<SchemaPart, CassandraStage> STAGES = new ConcurrentHashMap<>();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InterceptedSession session;
    private final CassandraCluster cluster;
    private final String keyspace;
    private final List<String> tables;

    private CassandraStage(SchemaPart part) {
        CassandraSettings settings = settings(newKeyspace());
        session = new InterceptedSession(CassandraConnector.connect(settings, calls()));
        cluster = new CassandraCluster(session, new Guard("cassandra", calls(), CassandraConnector::isOutage));
        keyspace = settings.keyspace();
        tables = part.changes().stream()
                .filter(change -> change.contains("CREATE TABLE"))
                .map(CassandraStage::name)
                .toList();
        Runtime.getRuntime().addShutdownHook(new Thread(this::drop));
        makeTables(settings, part);
        if (!session.checkSchemaAgreement()) {
            throw new IllegalStateException("The nodes do not agree on the tables of " + keyspace);
        }
        new CassandraSchema(session, settings).bringTo(part);
    }

    /** The keyspace with these tables, which may contain rows. */
    public static CassandraStage of(SchemaPart tables) {
        return STAGES.computeIfAbsent(tables, CassandraStage::new);
    }

    /** Through one node, without waiting after each until all nodes know it. */
    private static void makeTables(CassandraSettings settings, SchemaPart part) {
        DriverConfigLoader hasty = DriverConfigLoader.programmaticBuilder()
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_AGREEMENT_TIMEOUT, Duration.ZERO)
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, PATIENCE)
                .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                .withClass(DefaultDriverOption.LOAD_BALANCING_POLICY_CLASS, DcInferringLoadBalancingPolicy.class)
                .build();
        try (CqlSession session =
                CassandraConnector.builder(settings).withConfigLoader(hasty).build()) {
            Node node = session.getMetadata().getNodes().values().iterator().next();
            var _ = session.execute(SimpleStatement.newInstance("CREATE KEYSPACE " + settings.keyspace()
                            + " WITH replication = {'class': 'NetworkTopologyStrategy', 'replication_factor': 1}"
                            + " AND durable_writes = false")
                    .setNode(node));
            for (String change : part.changes()) {
                var _ = session.execute(SimpleStatement.newInstance(change)
                        .setKeyspace(settings.keyspace())
                        .setNode(node));
            }
        }
    }

    private static String name(String table) {
        return table.replaceAll("(?s)^\\s*CREATE TABLE IF NOT EXISTS (\\w+).*", "$1");
    }

    static String newKeyspace() {
        return "test_" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    }

    static CassandraSettings settings(String keyspace) {
        return StackServers.read(Map.of("cassandra.keyspace", keyspace, "cassandra.replication", "1"))
                .cassandra();
    }

    public String keyspace() {
        return keyspace;
    }

    public CassandraCluster cluster() {
        return cluster;
    }

    /** Runs this once before a statement whose text contains the part. */
    public void before(String part, Runnable action) {
        session.intercept(true, part, 1, action);
    }

    /** Crashes once before such a statement. */
    public void crashBefore(String part) {
        before(part, CassandraStage::crash);
    }

    /** Lets such statements take effect, this many times, but not return. */
    public void timeOut(String part, int times) {
        session.intercept(false, part, times, () -> {
            throw new DriverTimeoutException("intercepted");
        });
    }

    private static void crash() {
        throw new Crash();
    }

    /** Removes all rows and simulated failures. Tables without writes are skipped, which saves time. */
    public void empty() {
        String written = String.join("\n", session.clear());
        tables.stream()
                .filter(table ->
                        Pattern.compile("\\b" + table + "\\b").matcher(written).find())
                .forEach(table -> session.execute("TRUNCATE " + table));
        session.clear();
    }

    private void drop() {
        var _ = session.execute("DROP KEYSPACE IF EXISTS " + keyspace);
        session.close();
    }

    static CallSettings calls() {
        Map<String, String> patient = Map.of("deadline", "20s", "concurrency", "64", "patience", "60s");
        return ConfigLoader.load(CallSettings.class, new ConfigSources(null, Map.of(), patient))
                .value();
    }

    /** Thrown instead of sending a statement. */
    public static final class Crash extends RuntimeException {}
}
