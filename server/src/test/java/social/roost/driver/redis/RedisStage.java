package social.roost.driver.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import social.roost.driver.CallSettings;

/** A part of a Redis that others use too: keys with a prefix of its own, which are deleted in the end. */
public final class RedisStage implements AutoCloseable {
    public static final String SHARED = System.getProperty("roost.test.redis", "127.0.0.1:26379");
    public static final CallSettings CALLS = new CallSettings(
            Duration.ofSeconds(2), 3, Duration.ofMillis(50), 256, Duration.ofSeconds(1), 50, Duration.ofMillis(200));

    private final String prefix = "test-" + UUID.randomUUID() + ":";
    private final String address;
    private final RedisClient client;
    private final RedisCommands<String, String> commands;
    private final Deque<Redis> opened = new ArrayDeque<>();

    /** On the Redis that all tests share. */
    public RedisStage() {
        this(SHARED);
    }

    public RedisStage(String address) {
        this.address = address;
        this.client = RedisClient.create("redis://" + address);
        this.commands =
                client.connect(new StringCodec(StandardCharsets.ISO_8859_1)).sync();
    }

    public static RedisSettings settings(String address, boolean cluster, String prefix) {
        return new RedisSettings(List.of(address), cluster, "", 0, prefix);
    }

    /** One that has no keys yet. */
    public Redis open() {
        Redis redis = new Redis(settings(address, false, prefix + opened.size() + ":"), CALLS);
        opened.push(redis);
        return redis;
    }

    /** The server, to look behind the scenes. */
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

    /** Lets time pass for the keys that expire: what is left of it is shortened. */
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
