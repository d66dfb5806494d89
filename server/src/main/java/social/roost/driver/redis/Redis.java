package social.roost.driver.redis;

import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.protocol.AsyncCommand;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import social.roost.driver.CallSettings;
import social.roost.driver.Guard;

/**
 * A Redis node or cluster. Calls block until the response arrives, up to a deadline for all attempts together: callers
 * can work without Redis, and must not wait long.
 *
 * <p>All calls are retried, so they must be idempotent; messages to a {@link RedisChannel} are sent once.
 *
 * <p>Whatever Redis does not deliver in time throws {@link social.roost.base.UnavailableException}.
 */
public final class Redis implements AutoCloseable {
    private static final int UNANSWERED_FOR_A_NEW_CONNECTION = 3;

    private final RedisSettings settings;
    private final Duration deadline;
    private final RedisConnector connector;
    private final Guard guard;

    /** Consecutive calls that were not answered in time. */
    private final AtomicInteger unanswered = new AtomicInteger();

    private final List<RedisChannel> channels = new CopyOnWriteArrayList<>();

    public Redis(RedisSettings settings, CallSettings calls) {
        this.settings = settings;
        this.deadline = calls.deadline();
        this.connector = new RedisConnector(settings, deadline);
        this.guard = new Guard("redis", calls, Redis::tellsOutage);
    }

    /**
     * The key of an object; in a cluster all keys with the same id are in one slot.
     *
     * @param kind of data, such as {@code timeline}
     */
    public String key(String kind, Object id) {
        return settings.prefix() + kind + ":{" + id + "}";
    }

    public <T extends @Nullable Object> T call(RedisCall<T> call) {
        return callAll(List.of(call)).getFirst();
    }

    /**
     * Sends all calls at once and returns the responses in the order of the calls. They are not atomic: other calls may
     * come in between, and if one fails the others may have taken effect.
     */
    public <T extends @Nullable Object> List<T> callAll(List<RedisCall<T>> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        long end = System.nanoTime() + deadline.toNanos();
        return guard.repeatable(calls.getFirst().name(), () -> timed(calls, end));
    }

    /**
     * The channel of this name, for messages to all processes. Connects to listen.
     *
     * @param listener receives each message; must be fast and must not throw
     */
    public RedisChannel channel(String name, Consumer<byte[]> listener) {
        String key = settings.prefix() + "channel:" + settings.database() + ":" + name;
        RedisChannel channel = new RedisChannel(this, connector, key, listener);
        channels.add(channel);
        return channel;
    }

    /** Makes a call once, although it may not be idempotent. */
    <T extends @Nullable Object> T callOnce(RedisCall<T> call) {
        long end = System.nanoTime() + deadline.toNanos();
        return guard.once(call.name(), () -> timed(List.of(call), end)).getFirst();
    }

    /** An option of the server; empty if it does not exist or cannot be read. */
    public Optional<String> option(String name) {
        try {
            List<byte[]> nameAndValue = call(RedisCall.option(name));
            return nameAndValue.stream().skip(1).findFirst().map(value -> new String(value, StandardCharsets.UTF_8));
        } catch (RedisCommandExecutionException _) {
            return Optional.empty();
        }
    }

    /** Groups of keys that may go to one script each. */
    public List<List<String>> groups(List<String> keys) {
        return settings.cluster() ? KeyGroups.bySlot(keys) : KeyGroups.bySize(keys);
    }

    public Guard guard() {
        return guard;
    }

    @Override
    public void close() {
        channels.forEach(RedisChannel::close);
        connector.close();
    }

    /** A silent connection may be dead, and would not detect that for a quarter of an hour. */
    private <T extends @Nullable Object> List<T> timed(List<RedisCall<T>> calls, long end) {
        if (System.nanoTime() - end >= 0) {
            throw new RedisCommandTimeoutException("No time is left for another attempt");
        }
        try {
            List<T> answers = attempt(calls, end);
            unanswered.setPlain(0);
            return answers;
        } catch (RedisCommandTimeoutException e) {
            if (unanswered.incrementAndGet() == UNANSWERED_FOR_A_NEW_CONNECTION) {
                unanswered.set(0);
                connector.renew();
            }
            throw e;
        }
    }

    private <T extends @Nullable Object> List<T> attempt(List<RedisCall<T>> calls, long end) {
        List<AsyncCommand<String, byte[], T>> sent = send(calls, end);
        List<RedisCall<T>> withSource = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<T> answers = new ArrayList<>(calls.size());
        for (int i = 0; i < calls.size(); i++) {
            try {
                answers.add(await(sent.get(i), end));
            } catch (RedisNoScriptException _) {
                withSource.add(calls.get(i).withSource());
                places.add(answers.size());
            }
        }
        if (withSource.isEmpty()) {
            return answers;
        }
        List<T> late = attempt(withSource, end);
        for (int i = 0; i < late.size(); i++) {
            answers.add(places.get(i) + i, late.get(i));
        }
        return answers;
    }

    private <T extends @Nullable Object> List<AsyncCommand<String, byte[], T>> send(
            List<RedisCall<T>> calls, long end) {
        List<AsyncCommand<String, byte[], T>> commands =
                calls.stream().map(RedisCall::command).toList();
        var _ = await(connector.connection(), end).dispatch(commands);
        return commands;
    }

    /** Gives up calls that are not answered in time. */
    private static <T extends @Nullable Object> T await(Future<T> answer, long end) {
        try {
            return answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new RedisCommandTimeoutException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisCommandInterruptedException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RedisException failure ? failure : new RedisException(e.getCause());
        }
    }

    /** An error from Redis is an outage only if it says that Redis cannot work at the moment. */
    private static boolean tellsOutage(Throwable failure) {
        return switch (failure) {
            case RedisLoadingException _, RedisBusyException _, RedisReadOnlyException _ -> true;
            case RedisCommandExecutionException error ->
                String.valueOf(error.getMessage()).startsWith("CLUSTERDOWN");
            default -> failure instanceof RedisException;
        };
    }
}
