package social.roost.driver.redis;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.output.IntegerOutput;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.output.ValueOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A command with its arguments, to be sent alone or with others. All public commands are idempotent; scripts must be too.
 *
 * @param <T> the type of the response
 */
public final class RedisCall<T extends @Nullable Object> {
    static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final String name;
    private final CommandType type;
    private final CommandArgs<String, byte[]> arguments;
    private final Supplier<CommandOutput<String, byte[], T>> output;
    private final @Nullable RedisCall<T> withSource;

    private RedisCall(
            String name,
            CommandType type,
            CommandArgs<String, byte[]> arguments,
            Supplier<CommandOutput<String, byte[], T>> output,
            @Nullable RedisCall<T> withSource) {
        this.name = name;
        this.type = type;
        this.arguments = arguments;
        this.output = output;
        this.withSource = withSource;
    }

    /** Returns the value, null if there is none. */
    public static RedisCall<byte @Nullable []> get(String key) {
        return value(CommandType.GET, arguments().addKey(key));
    }

    /** Returns and removes the value, null if there is none. */
    public static RedisCall<byte @Nullable []> take(String key) {
        return value(CommandType.GETDEL, arguments().addKey(key));
    }

    /** Sets a value with a lifetime, replacing any other. */
    public static RedisCall<byte @Nullable []> set(String key, byte[] value, Duration lifetime) {
        return value(CommandType.SET, setting(key, value, lifetime));
    }

    /** Sets a value with a lifetime unless there is one. */
    public static RedisCall<byte @Nullable []> setIfAbsent(String key, byte[] value, Duration lifetime) {
        return value(CommandType.SET, setting(key, value, lifetime).add("NX"));
    }

    /** Returns the whole list, empty if there is none. */
    public static RedisCall<List<byte[]>> list(String key) {
        return list(CommandType.LRANGE, arguments().addKey(key).add(0).add(-1));
    }

    /** Returns the members of a sorted set with scores above this one, lowest first. */
    public static RedisCall<List<byte[]>> above(String key, long score) {
        return list(
                CommandType.ZRANGEBYSCORE,
                arguments().addKey(key).add("(" + score).add("+inf"));
    }

    /** Removes the key; returns whether it existed, as 1 or 0. */
    public static RedisCall<Long> unlink(String key) {
        return number(CommandType.UNLINK, arguments().addKey(key));
    }

    /** Adds members to a set; returns how many are new. */
    public static RedisCall<Long> add(String key, List<byte[]> members) {
        return number(CommandType.SADD, arguments().addKey(key).addValues(members));
    }

    /** Removes members from a set; returns how many existed. */
    public static RedisCall<Long> remove(String key, List<byte[]> members) {
        return number(CommandType.SREM, arguments().addKey(key).addValues(members));
    }

    /** Returns up to this many random members of a set. */
    public static RedisCall<List<byte[]>> some(String key, int limit) {
        return list(CommandType.SRANDMEMBER, arguments().addKey(key).add(limit));
    }

    /** Removes a member of a sorted set; returns whether it existed, as 1 or 0. */
    public static RedisCall<Long> removeSorted(String key, byte[] member) {
        return number(CommandType.ZREM, arguments().addKey(key).addValue(member));
    }

    /** Sends a message to a channel; returns the number of its listeners at that node. Not idempotent. */
    static RedisCall<Long> publish(String channel, byte[] message) {
        return number(CommandType.PUBLISH, arguments().add(channel).addValue(message));
    }

    /** Returns the name and the value of a server option. */
    static RedisCall<List<byte[]>> option(String name) {
        return list(CommandType.CONFIG, arguments().add("GET").add(name));
    }

    /** Runs a script; in a cluster all keys must be in one slot. */
    public static RedisCall<byte @Nullable []> script(RedisScript script, List<String> keys, byte[]... arguments) {
        RedisCall<byte @Nullable []> withSource =
                value(CommandType.EVAL, scripting(script.source().getBytes(StandardCharsets.UTF_8), keys, arguments));
        return new RedisCall<byte @Nullable []>(
                script.name(),
                CommandType.EVALSHA,
                scripting(script.hash().getBytes(StandardCharsets.US_ASCII), keys, arguments),
                () -> new ValueOutput<>(CODEC),
                withSource);
    }

    /** A number as a script argument. */
    public static byte[] text(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }

    /** A short name: the command, or the script. */
    String name() {
        return name;
    }

    /** The same script call with the source instead of the hash. */
    RedisCall<T> withSource() {
        return withSource != null ? withSource : this;
    }

    AsyncCommand<String, byte[], T> command() {
        return new AsyncCommand<>(new Command<>(type, output.get(), arguments));
    }

    private static RedisCall<byte @Nullable []> value(CommandType type, CommandArgs<String, byte[]> arguments) {
        return new RedisCall<byte @Nullable []>(type.name(), type, arguments, () -> new ValueOutput<>(CODEC), null);
    }

    private static RedisCall<Long> number(CommandType type, CommandArgs<String, byte[]> arguments) {
        return new RedisCall<>(type.name(), type, arguments, () -> new IntegerOutput<>(CODEC), null);
    }

    private static RedisCall<List<byte[]>> list(CommandType type, CommandArgs<String, byte[]> arguments) {
        return new RedisCall<>(type.name(), type, arguments, () -> new ValueListOutput<>(CODEC), null);
    }

    private static CommandArgs<String, byte[]> setting(String key, byte[] value, Duration lifetime) {
        return arguments().addKey(key).addValue(value).add("PX").add(lifetime.toMillis());
    }

    private static CommandArgs<String, byte[]> scripting(byte[] script, List<String> keys, byte[]... arguments) {
        return arguments().addValue(script).add(keys.size()).addKeys(keys).addValues(arguments);
    }

    private static CommandArgs<String, byte[]> arguments() {
        return new CommandArgs<>(CODEC);
    }
}
