package social.roost.event.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import social.roost.driver.redis.FailOpen;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisCall;
import social.roost.driver.redis.RedisScript;

/**
 * Decides whether this process sweeps the outboxes, so that not all do: a sweep reads much and usually finds nothing.
 * The turn lasts while it is requested, and {@link #DURATION} after that.
 *
 * <p>Key {@code sweep:{turn}}, the process that has the turn. Two may have it for a moment if Redis has lost its data,
 * and all have it while Redis is down: an event that is swept twice is published twice, which consumers expect.
 */
public final class RedisSweepTurn implements BooleanSupplier {
    /** Longer than nearly every sweep takes; nothing is swept for this long after the sweeping process has crashed. */
    static final Duration DURATION = Duration.ofSeconds(10);

    private static final RedisScript TAKE = RedisScript.of("sweep-turn.lua");

    private final Redis redis;
    private final byte[] process = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    private final FailOpen failOpen = new FailOpen("every process sweeps the outboxes");

    public RedisSweepTurn(Redis redis) {
        this.redis = redis;
    }

    @Override
    public boolean getAsBoolean() {
        return failOpen.orElse(this::taken, true);
    }

    private boolean taken() {
        byte[] answer = redis.call(RedisCall.script(
                TAKE, List.of(redis.key("sweep", "turn")), process, RedisCall.text(DURATION.toMillis())));
        return answer != null && answer.length > 0;
    }
}
