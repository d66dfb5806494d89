package social.roost.timeline.redis;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import social.roost.driver.redis.RedisStage;
import social.roost.timeline.TimelineStore;
import social.roost.timeline.TimelineStoreContract;

@Tag("stack")
class RedisTimelineStoreTest extends TimelineStoreContract {
    private final RedisStage stage = new RedisStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    protected TimelineStore open(int maximumEntries) {
        return new RedisTimelineStore(stage.open(), maximumEntries, ACTIVE_TIME);
    }

    @Override
    protected void pass(Duration time) {
        stage.pass(time);
    }
}
