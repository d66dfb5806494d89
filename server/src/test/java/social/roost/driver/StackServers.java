package social.roost.driver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.config.ConfigLoader;
import social.roost.base.config.ConfigSources;
import social.roost.driver.cassandra.CassandraSettings;
import social.roost.driver.kafka.KafkaSettings;
import social.roost.driver.opensearch.OpenSearchSettings;
import social.roost.driver.postgres.PostgresSettings;
import social.roost.driver.redis.RedisSettings;
import social.roost.driver.s3.S3Settings;

/**
 * The addresses of the servers that the tests share, from the file that {@code roost stack start} wrote to its folder,
 * which {@code -Droost.test.stack} names.
 */
public record StackServers(
        PostgresSettings postgres,
        CassandraSettings cassandra,
        KafkaSettings kafka,
        RedisSettings redis,
        S3Settings s3,
        OpenSearchSettings opensearch) {

    /** The stack's file; null if there is none. */
    public static @Nullable Path file() {
        Path file = Path.of(System.getProperty("roost.test.stack", "../.stack")).resolve("roost.yaml");
        return Files.exists(file) ? file : null;
    }

    /**
     * All settings except some.
     *
     * @param others such as {@code redis.prefix}, which take precedence
     */
    public static StackServers read(Map<String, String> others) {
        return ConfigLoader.load(StackServers.class, new ConfigSources(file(), Map.of(), new HashMap<>(others)))
                .value();
    }

    public static StackServers read() {
        return read(Map.of());
    }
}
