package social.roost.driver.cassandra;

import com.datastax.oss.driver.api.core.DriverTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.driver.CallSettings;
import social.roost.driver.Guard;

/** A keyspace of its own on the Cassandra that the tests share, and what goes wrong there. */
public final class CassandraStage implements AutoCloseable {
    private static final Pattern TABLE = Pattern.compile("\\s*CREATE TABLE IF NOT EXISTS (\\w+)");

    private final InterceptedSession session;
    private final CassandraCluster cluster;
    private final String keyspace;
    private final List<String> tables;

    private CassandraStage(InterceptedSession session, CassandraCluster cluster, String keyspace, List<String> tables) {
        this.session = session;
        this.cluster = cluster;
        this.keyspace = keyspace;
        this.tables = tables;
    }

    /** Makes the keyspace, which takes seconds. */
    public static CassandraStage open(List<String> tables) {
        CassandraSettings settings = settings(newKeyspace());
        InterceptedSession session = new InterceptedSession(CassandraConnector.connect(settings, calls()));
        new CassandraSchema(session, settings).bringTo(tables);
        Guard guard = new Guard("cassandra", calls(), CassandraConnector::isOutage);
        return new CassandraStage(session, new CassandraCluster(session, guard), settings.keyspace(), tables);
    }

    static String newKeyspace() {
        return "test_" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    }

    static CassandraSettings settings(String keyspace) {
        String address = System.getProperty("roost.test.cassandra", "127.0.0.1:19042");
        return new CassandraSettings(List.of(address), "", keyspace, 1);
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

    /** Lets such statements have their effect, so many times, but not return. */
    public void timeOut(String part, int times) {
        session.intercept(false, part, times, () -> {
            throw new DriverTimeoutException("intercepted");
        });
    }

    private static void crash() {
        throw new Crash();
    }

    /** Removes all rows, and what was to go wrong. */
    public void empty() {
        session.clear();
        tables.forEach(statement -> {
            Matcher table = TABLE.matcher(statement);
            if (table.lookingAt()) {
                cluster.write(cluster.prepare("TRUNCATE " + table.group(1)).bind());
            }
        });
    }

    @Override
    public void close() {
        var _ = session.execute("DROP KEYSPACE " + keyspace);
        cluster.close();
    }

    static CallSettings calls() {
        Map<String, String> patient = Map.of("deadline", "20s", "concurrency", "64", "patience", "60s");
        return ConfigLoader.load(CallSettings.class, new ConfigSources(null, Map.of(), patient))
                .value();
    }

    /** What a statement throws instead of being sent. */
    public static final class Crash extends RuntimeException {}
}
