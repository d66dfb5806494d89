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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import social.roost.driver.CallSettings;
import social.roost.driver.Guard;

/**
 * Redis, one node or a cluster. Calls wait for their answer, up to the deadline for all attempts together: who needs Redis can
 * do without it, and better soon.
 *
 * <p>All calls are repeated when they fail, so they must be such that repeating them does no harm.
 *
 * <p>Whatever cannot be had of Redis in time ends as {@link social.roost.base.UnavailableException}.
 */
public final class Redis implements AutoCloseable {
    private static final int UNANSWERED_FOR_A_NEW_CONNECTION = 3;

    private final RedisSettings settings;
    private final Duration deadline;
    private final RedisConnector connector;
    private final Guard guard;

    /** Calls that were not answered in time since the last that was. */
    private final AtomicInteger unanswered = new AtomicInteger();

    public Redis(RedisSettings settings, CallSettings calls) {
        this.settings = settings;
        this.deadline = calls.deadline();
        this.connector = new RedisConnector(settings, deadline);
        this.guard = new Guard("redis", calls, Redis::tellsOutage);
    }

    /**
     * The key of a thing; in a cluster all keys of one id are in one place.
     *
     * @param kind what it is of the thing, such as {@code timeline}
     */
    public String key(String kind, Object id) {
        return settings.prefix() + kind + ":{" + id + "}";
    }

    public <T extends @Nullable Object> T call(RedisCall<T> call) {
        return callAll(List.of(call)).getFirst();
    }

    /**
     * Sends all at once and waits for the answers, which come in the order of the calls. They take effect one by one: others
     * may come between, and when one fails the others may have had their effect.
     */
    public <T extends @Nullable Object> List<T> callAll(List<RedisCall<T>> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        long end = System.nanoTime() + deadline.toNanos();
        return guard.repeatable(calls.getFirst().name(), () -> timed(calls, end));
    }

    /** An option of the server; empty where it has none of this name or does not tell. */
    public Optional<String> option(String name) {
        try {
            List<byte[]> nameAndValue = call(RedisCall.option(name));
            return nameAndValue.stream().skip(1).findFirst().map(value -> new String(value, StandardCharsets.UTF_8));
        } catch (RedisCommandExecutionException _) {
            return Optional.empty();
        }
    }

    /** Parts of the keys that may go to one script. */
    public List<List<String>> groups(List<String> keys) {
        return settings.cluster() ? KeyGroups.bySlot(keys) : KeyGroups.bySize(keys);
    }

    public Guard guard() {
        return guard;
    }

    @Override
    public void close() {
        connector.close();
    }

    /** A connection that stays silent may lead nowhere any more, and would not notice for a quarter of an hour. */
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

    /** What is not answered in time is given up. */
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

    /** An error that Redis answers is an outage only where it tells that Redis cannot work just now. */
    private static boolean tellsOutage(Throwable failure) {
        return switch (failure) {
            case RedisLoadingException _, RedisBusyException _, RedisReadOnlyException _ -> true;
            case RedisCommandExecutionException error ->
                String.valueOf(error.getMessage()).startsWith("CLUSTERDOWN");
            default -> failure instanceof RedisException;
        };
    }
}
