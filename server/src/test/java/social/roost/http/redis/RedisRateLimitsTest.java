package social.roost.http.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.base.config.Quota;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisStage;
import social.roost.http.RateLimits;
import social.roost.http.RateLimitsContract;
import social.roost.http.RatePolicy;

@Tag("stack")
class RedisRateLimitsTest extends RateLimitsContract {
    private final RedisStage servers = new RedisStage();
    private final RateLimits rates = new RedisRateLimits(servers.open());

    @AfterEach
    void close() {
        servers.close();
    }

    @Override
    protected RateLimits rates() {
        return rates;
    }

    @Test
    void leaveNothingBehindOnceTheBucketIsFull() {
        rates.take(RatePolicy.of("user-post", new Quota(4, Duration.ofMinutes(1), 4)), -7);
        assertThat(servers.keys())
                .singleElement()
                .satisfies(key -> assertThat(key).endsWith("limit-user-post:{-7}"))
                .satisfies(key -> assertThat(servers.commands().pttl(key)).isBetween(1L, 15_000L));
    }

    @Test
    void grantAllWhileRedisIsAway() {
        RatePolicy once = RatePolicy.of("once", new Quota(1, Duration.ofHours(1), 1));
        try (Redis nowhere = new Redis(RedisStage.settings("127.0.0.1:1", false, "nowhere:"), RedisStage.CALLS)) {
            RateLimits away = new RedisRateLimits(nowhere);
            for (int i = 0; i < 3; i++) {
                assertThat(away.take(once, 1).isGranted()).isTrue();
            }
        }
    }
}
