package social.roost.user.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.driver.redis.RedisStage;
import social.roost.user.FailedLogIns;
import social.roost.user.FailedLogInsContract;

@Tag("stack")
class RedisFailedLogInsTest extends FailedLogInsContract {
    private final RedisStage servers = new RedisStage();
    private final FailedLogIns failures = new RedisFailedLogIns(servers.open());

    @AfterEach
    void close() {
        servers.close();
    }

    @Override
    protected FailedLogIns failures() {
        return failures;
    }

    @Test
    void growUpToTheLongestWaitAndAreForgottenAfterAnHour() {
        FailedLogIns.Backoff backoff = new FailedLogIns.Backoff(1, Duration.ofMinutes(1), Duration.ofMinutes(3));
        assertThat(failures.count("a", backoff)).isZero();
        String key = servers.keys().getFirst();
        assertThat(servers.commands().pttl(key)).isBetween(3_590_000L, 3_600_000L);
        String[] value = servers.commands().get(key).split(" ", 2);
        servers.commands().set(key, "2 " + value[1]);
        assertThat(failures.count("a", backoff)).isBetween(Duration.ofSeconds(61), Duration.ofMinutes(2));
        servers.commands().set(key, "9 " + value[1]);
        assertThat(failures.count("a", backoff)).isBetween(Duration.ofSeconds(121), Duration.ofMinutes(3));
    }
}
