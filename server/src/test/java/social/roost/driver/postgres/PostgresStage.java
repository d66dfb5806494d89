package social.roost.driver.postgres;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
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
        accounts.write(handle -> handle.execute(
                "TRUNCATE account, session, block, mute, dismissed_suggestion, outbox, node_lease, graph_slot,"
                        + " backfill, user_name, hashtag, hashtag_tweet, trend_location, dismissed_topic, muted_words,"
                        + " follow_option, muted_conversation, hidden_reply,"
                        + " topic_decision, user_list, list_member, list_owner, poll, poll_vote,"
                        + " scheduled_tweet, saved_draft, pinned_tweet"));
        shards.forEach(shard -> shard.write(
                handle -> handle.execute("TRUNCATE following, follower, graph_count, edge_change, edge_settled, outbox,"
                        + " analytics_viewer, analytics_mark, analytics_batch, analytics_hour, reader_signal,"
                        + " home_choice")));
    }

    @Override
    public void close() {
        Stream.concat(Stream.of(accounts), shards.stream()).forEach(PostgresDatabase::close);
    }
}
