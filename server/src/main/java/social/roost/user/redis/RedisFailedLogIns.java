package social.roost.user.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import social.roost.driver.redis.FailOpen;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisCall;
import social.roost.driver.redis.RedisScript;
import social.roost.user.FailedLogIns;

/**
 * Failed attempts in Redis, by the clock of Redis.
 *
 * <p>Key {@code failed-log-ins:{<key>}}: the number of failures and the time of the last one in milliseconds, as text
 * with a space between; for an hour after that. Counting and undoing: a script each. Forgetting: GETDEL.
 *
 * <p>A call whose response was lost is retried and may count twice. While Redis is down, failed log-ins are not
 * throttled.
 */
public final class RedisFailedLogIns implements FailedLogIns {
    private static final RedisScript COUNT = RedisScript.of("failed-log-ins-count.lua");
    private static final RedisScript TAKE_BACK = RedisScript.of("failed-log-ins-take-back.lua");

    private final Redis redis;
    private final FailOpen failOpen = new FailOpen("failed log-ins are not throttled");

    public RedisFailedLogIns(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Duration count(String key, Backoff backoff) {
        return failOpen.orElse(() -> waitOf(key, backoff), Duration.ZERO);
    }

    private Duration waitOf(String key, Backoff backoff) {
        byte[] answer = redis.call(RedisCall.script(
                COUNT,
                List.of(key(key)),
                RedisCall.text(backoff.free()),
                RedisCall.text(backoff.first().toMillis()),
                RedisCall.text(backoff.longest().toMillis()),
                RedisCall.text(MEMORY.toMillis())));
        return answer == null
                ? Duration.ZERO
                : Duration.ofMillis(Long.parseLong(new String(answer, StandardCharsets.US_ASCII)));
    }

    @Override
    public void takeBack(String key) {
        change(RedisCall.script(TAKE_BACK, List.of(key(key))));
    }

    @Override
    public void forget(String key) {
        change(RedisCall.take(key(key)));
    }

    private void change(RedisCall<byte @Nullable []> call) {
        boolean _ = failOpen.orElse(
                () -> {
                    var _ = redis.call(call);
                    return true;
                },
                false);
    }

    private String key(String key) {
        return redis.key("failed-log-ins", key);
    }
}
