package social.roost.driver.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import social.roost.driver.CallSettings;
import social.roost.driver.StackServers;
import social.roost.driver.StoreTls;

/** A part of a shared Redis: keys with their own prefix, which are deleted in the end. */
public final class RedisStage implements AutoCloseable {
    public static final CallSettings CALLS = new CallSettings(
            Duration.ofSeconds(2), 3, Duration.ofMillis(50), 256, Duration.ofSeconds(1), 50, Duration.ofMillis(200));

    private final String prefix = "test-" + UUID.randomUUID() + ":";
    private final RedisSettings settings;
    private final RedisClient client;
    private final RedisCommands<String, String> commands;
    private final Deque<Redis> opened = new ArrayDeque<>();

    /** On the Redis that all tests share. */
    public RedisStage() {
        this(shared(Map.of()));
    }

    /** On the test's own Redis. */
    public RedisStage(String address) {
        this(settings(address, false, ""));
    }

    private RedisStage(RedisSettings settings) {
        this.settings = settings;
        this.client = RedisClient.create(settings.nodes().getFirst());
        this.client.setOptions(ClientOptions.builder()
                .sslOptions(RedisConnector.sslOptions(settings.tls()))
                .build());
        this.commands =
                client.connect(new StringCodec(StandardCharsets.ISO_8859_1)).sync();
    }

    /** For a Redis without authentication. */
    public static RedisSettings settings(String address, boolean cluster, String prefix) {
        StoreTls plain = new StoreTls(false, "", "", "");
        return new RedisSettings(List.of(address), cluster, "", "", plain, 0, prefix);
    }

    /** For the Redis that all tests share, except some settings. */
    static RedisSettings shared(Map<String, String> others) {
        return StackServers.read(others).redis();
    }

    /** A client without keys. */
    public Redis open() {
        Redis redis = new Redis(withPrefix(prefix + opened.size() + ":"), CALLS);
        opened.push(redis);
        return redis;
    }

    /** Another client with the keys of the last one. */
    public Redis openAgain() {
        Redis redis = new Redis(withPrefix(prefix + (opened.size() - 1) + ":"), CALLS);
        opened.push(redis);
        return redis;
    }

    private RedisSettings withPrefix(String own) {
        return new RedisSettings(
                settings.addresses(),
                settings.cluster(),
                settings.user(),
                settings.password(),
                settings.tls(),
                settings.database(),
                own);
    }

    /** The server, to inspect its data. */
    public RedisCommands<String, String> commands() {
        return commands;
    }

    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        ScanIterator<String> scan = ScanIterator.scan(
                commands, ScanArgs.Builder.matches(prefix + "*").limit(1_000));
        scan.forEachRemaining(keys::add);
        return keys;
    }

    /** What clients with this prefix publish from now on, until this is closed. */
    public List<String> published(String ofClients) {
        List<String> published = new CopyOnWriteArrayList<>();
        StatefulRedisPubSubConnection<String, String> connection = client.connectPubSub();
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String pattern, String channel, String message) {
                published.add(channel + " " + message);
            }
        });
        connection.sync().psubscribe(ofClients + "*");
        return published;
    }

    /** Simulates that time passes for keys that expire, by shortening what is left. */
    public void pass(Duration time) {
        for (String key : keys()) {
            long left = commands.pttl(key);
            if (left >= 0) {
                commands.pexpire(key, left - time.toMillis());
            }
        }
    }

    @Override
    public void close() {
        keys().forEach(commands::del);
        opened.forEach(Redis::close);
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
