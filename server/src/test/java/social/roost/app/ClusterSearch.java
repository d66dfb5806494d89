package social.roost.app;

import static java.util.Objects.requireNonNull;

import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.JsonNode;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import social.roost.driver.StackServers;
import social.roost.driver.cassandra.CassandraCluster;
import social.roost.driver.cassandra.CassandraStage;
import social.roost.driver.kafka.KafkaClient;
import social.roost.driver.opensearch.OpenSearchCluster;
import social.roost.driver.postgres.PostgresDatabase;
import social.roost.driver.postgres.PostgresStage;
import social.roost.driver.redis.RedisStage;
import social.roost.tweet.cassandra.TweetTables;

/** Searches everything that the servers of a cluster keep for a text. */
final class ClusterSearch {
    private final Map<String, String> settings;
    private final StackServers servers;
    private final String text;

    /** @param settings of {@link OwnCluster} */
    ClusterSearch(Map<String, String> settings, String text) {
        this.settings = settings;
        this.servers = StackServers.read(Map.of("kafka.prefix", setting("kafka.prefix")));
        this.text = text;
    }

    private String setting(String name) {
        return requireNonNull(settings.get(name));
    }

    /** The Cassandra tables that have it. */
    List<String> tables() {
        CassandraCluster cassandra = CassandraStage.of(TweetTables.PART).cluster();
        String keyspace = setting("cassandra.keyspace");
        List<String> tables = new ArrayList<>();
        cassandra.forEachPage(
                CassandraCluster.bind(
                        cassandra.prepare("SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?"),
                        keyspace),
                rows -> rows.forEach(row -> tables.add(requireNonNull(row.getString(0)))));
        return tables.stream().filter(table -> contains(cassandra, table)).toList();
    }

    private boolean contains(CassandraCluster cassandra, String table) {
        List<String> found = new ArrayList<>();
        cassandra.forEachPage(
                CassandraCluster.bind(cassandra.prepare("SELECT * FROM " + table)),
                rows -> rows.stream()
                        .map(Row::getFormattedContents)
                        .filter(row -> row.contains(text))
                        .forEach(found::add));
        return !found.isEmpty();
    }

    /** The records of all Kafka topics, as text. */
    List<String> records() {
        List<String> records = new ArrayList<>();
        try (KafkaClient client = new KafkaClient(servers.kafka(), PostgresStage.CALLS);
                KafkaConsumer<String, String> reader = client.reader()) {
            Set<String> topics = client.ask((Admin admin) -> admin.listTopics().names());
            List<TopicPartition> partitions = topics.stream()
                    .filter(topic -> topic.startsWith(setting("kafka.prefix")))
                    .flatMap(topic -> reader.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(Duration.ofMillis(100))
                        .forEach(each -> records.add(each.key() + " " + each.headers() + " " + each.value()));
            }
        }
        return records;
    }

    /** The values of all Redis keys of the cluster, as text. */
    List<String> values() {
        List<String> values = new ArrayList<>();
        try (RedisStage redis = new RedisStage()) {
            RedisCommands<String, String> commands = redis.commands();
            ScanIterator.scan(commands, ScanArgs.Builder.matches(setting("redis.prefix") + "*"))
                    .forEachRemaining(key -> values.add(key + " " + value(commands, key)));
        }
        return values;
    }

    private static String value(RedisCommands<String, String> commands, String key) {
        return switch (commands.type(key)) {
            case "string" -> String.valueOf(commands.get(key));
            case "hash" -> String.valueOf(commands.hgetall(key));
            case "zset" -> String.valueOf(commands.zrange(key, 0, -1));
            case "set" -> String.valueOf(commands.smembers(key));
            case "list" -> String.valueOf(commands.lrange(key, 0, -1));
            // It expired meanwhile.
            case "none" -> "";
            default -> throw new AssertionError("Cannot read the type of " + key);
        };
    }

    /** The tables of the PostgreSQL databases that have it. */
    List<String> rows() {
        PostgresDatabase accounts = PostgresDatabase.openAccounts(servers.postgres(), PostgresStage.CALLS);
        List<PostgresDatabase> shards = PostgresDatabase.openShards(servers.postgres(), PostgresStage.CALLS);
        List<String> found = new ArrayList<>();
        Stream.concat(Stream.of(accounts), shards.stream()).forEach(database -> {
            try (database) {
                found.addAll(database.read(this::tablesWith));
            }
        });
        return found;
    }

    private List<String> tablesWith(Handle handle) {
        List<String> tables = handle.createQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                .mapTo(String.class)
                .list();
        return tables.stream()
                .filter(table -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM \"" + table
                                + "\" row WHERE strpos(row::text, :text) > 0)")
                        .bind("text", text)
                        .mapTo(boolean.class)
                        .one())
                .toList();
    }

    /** The number of documents in all OpenSearch indexes that have it. */
    int documents() {
        try (OpenSearchCluster search = new OpenSearchCluster(servers.opensearch(), PostgresStage.CALLS)) {
            JsonNode found = search.send(
                    "POST",
                    "/_all/_search",
                    Map.of("query", Map.of("query_string", Map.of("query", "*" + text + "*", "lenient", true))));
            return requireNonNull(found).at("/hits/total/value").asInt(-1);
        }
    }
}
