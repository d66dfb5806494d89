package social.roost.driver.postgres;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import social.roost.driver.CallSettings;
import social.roost.driver.TcpLink;

/** A database for accounts and two for the graph; they may contain rows of earlier tests. */
public final class PostgresStage implements AutoCloseable {
    public static final CallSettings CALLS = new CallSettings(
            Duration.ofSeconds(2), 3, Duration.ofMillis(20), 256, Duration.ofSeconds(1), 50, Duration.ofMillis(100));

    private final PostgresSettings settings;
    private PostgresDatabase accounts;
    private List<PostgresDatabase> shards;

    public PostgresStage() {
        this(PostgresServers.ADDRESSES.getLast());
    }

    /** Reaches the last shard over a link to its server. */
    public PostgresStage(TcpLink link) {
        this(link.address());
    }

    private PostgresStage(String lastShard) {
        List<String> servers = PostgresServers.ADDRESSES;
        String name = PostgresServers.shared();
        settings = PostgresServers.settings(
                servers.getFirst() + "/" + name, List.of(servers.get(1) + "/" + name, lastShard + "/" + name), 20);
        accounts = PostgresDatabase.openAccounts(settings, CALLS);
        shards = PostgresDatabase.openShards(settings, CALLS);
    }

    /** A link to the server of the last shard. */
    public static TcpLink link() {
        return new TcpLink(PostgresServers.ADDRESSES.getLast());
    }

    public PostgresDatabase accounts() {
        return accounts;
    }

    public List<PostgresDatabase> shards() {
        return shards;
    }

    public PostgresSettings settings() {
        return settings;
    }

    /** Continues as another process would after a crash of this one. */
    public void reopen() {
        close();
        accounts = PostgresDatabase.openAccounts(settings, CALLS);
        shards = PostgresDatabase.openShards(settings, CALLS);
    }

    /** Empties all tables. */
    public void empty() {
        databases().forEach(database -> database.write(PostgresStage::truncate));
    }

    private static int truncate(Handle handle) {
        List<String> tables = handle.createQuery("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
                        + " AND tablename NOT IN ('flyway_schema_history', 'metadata', 'secret')")
                .mapTo(String.class)
                .list();
        return handle.execute("TRUNCATE " + String.join(", ", tables));
    }

    @Override
    public void close() {
        databases().forEach(PostgresDatabase::close);
    }

    private Stream<PostgresDatabase> databases() {
        return Stream.concat(Stream.of(accounts), shards.stream());
    }
}
