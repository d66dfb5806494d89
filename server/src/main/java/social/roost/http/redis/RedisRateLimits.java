package social.roost.http.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import social.roost.driver.redis.FailOpen;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisCall;
import social.roost.driver.redis.RedisScript;
import social.roost.http.RateLimits;
import social.roost.http.RatePolicy;

/**
 * Token buckets in Redis, by the clock of Redis.
 *
 * <p>Key {@code limit-<policy>:{<subject>}}: the time at which the bucket will be full again, in microseconds, as text;
 * it expires then. Taking tokens: one script, which advances the time by a step for each.
 *
 * <p>A call whose response was lost is retried and may have taken two tokens. While Redis is down, rate limits are not
 * enforced.
 */
public final class RedisRateLimits implements RateLimits {
    private static final RedisScript TAKE = RedisScript.of("rate-limit-take.lua");
    private static final long NANOS = 1_000;

    private final Redis redis;
    private final FailOpen failOpen = new FailOpen("rate limits are not enforced");

    public RedisRateLimits(Redis redis) {
        this.redis = redis;
    }

    @Override
    public Taken take(RatePolicy policy, long subject, int tokens) {
        return failOpen.orElse(() -> count(policy, subject, tokens), Taken.UNCOUNTED);
    }

    private Taken count(RatePolicy policy, long subject, int tokens) {
        byte[] answer = redis.call(RedisCall.script(
                TAKE,
                List.of(redis.key("limit-" + policy.name(), subject)),
                RedisCall.text(policy.stepNanos() / NANOS),
                RedisCall.text(policy.burst()),
                RedisCall.text(tokens)));
        return answer == null ? Taken.UNCOUNTED : taken(new String(answer, StandardCharsets.US_ASCII));
    }

    private static Taken taken(String answer) {
        int space = answer.indexOf(' ');
        long micros = Long.parseLong(answer.substring(space + 1));
        return new Taken(Long.parseLong(answer.substring(0, space)), micros * NANOS);
    }
}
