package social.roost.event.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisSettings;
import social.roost.driver.redis.RedisStage;

/** One of the processes that share a Redis has the turn. */
@Tag("stack")
class RedisSweepTurnTest {
    private final RedisStage stage = new RedisStage();
    private final Redis redis = stage.open();
    private final BooleanSupplier here = new RedisSweepTurn(redis);
    private final BooleanSupplier there = new RedisSweepTurn(redis);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void oneHasTheTurnForAsLongAsItAsks() {
        assertThat(here.getAsBoolean()).isTrue();
        assertThat(there.getAsBoolean()).isFalse();
        assertThat(here.getAsBoolean()).isTrue();
    }

    @Test
    void theNextTakesItWhenTheLastNoLongerAsks() throws InterruptedException {
        assertThat(here.getAsBoolean()).isTrue();
        Thread.sleep(RedisSweepTurn.DURATION.plus(Duration.ofMillis(200)));
        assertThat(there.getAsBoolean()).isTrue();
        assertThat(here.getAsBoolean()).isFalse();
    }

    @Test
    void whileRedisIsDownEveryoneHasIt() {
        RedisSettings nowhere = RedisStage.settings("127.0.0.1:1", false, "");
        try (Redis down = new Redis(nowhere, RedisStage.CALLS)) {
            assertThat(new RedisSweepTurn(down).getAsBoolean()).isTrue();
        }
    }
}
