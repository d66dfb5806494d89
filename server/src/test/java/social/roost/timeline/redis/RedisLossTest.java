package social.roost.timeline.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.UnavailableException;
import social.roost.driver.redis.CacheAside;
import social.roost.driver.redis.CachedForm;
import social.roost.driver.redis.Longs;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisProcess;
import social.roost.driver.redis.RedisStage;
import social.roost.event.Await;
import social.roost.event.Event;
import social.roost.event.OwnWrites;
import social.roost.event.redis.RedisOwnWrites;

/** Redis is killed with all its data, does not respond, or is not running yet when the program starts (SPEC K2, K4). */
@Tag("stack")
@Timeout(240)
class RedisLossTest {
    private static final long ALICE = 10;
    private static final Duration DEADLINE_AND_PAUSES =
            RedisStage.CALLS.deadline().plusSeconds(1);

    private RedisProcess server;
    private Redis redis;
    private RedisTimelineStore timelines;
    private OwnWrites ownWrites;
    private CacheAside<Long, long[]> cache;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        server = new RedisProcess(folder);
        redis = new Redis(RedisStage.settings(server.address(), false, "test:"), RedisStage.CALLS);
        timelines = new RedisTimelineStore(redis, 800, Duration.ofDays(3));
        ownWrites = new RedisOwnWrites(redis);
        cache = new CacheAside<>(
                redis, new CachedForm<>("longs", Longs::bytes, Longs::of, longs -> Duration.ofMinutes(1)));
    }

    @AfterEach
    void close() {
        redis.close();
        server.close();
    }

    @Test
    void killedItLosesWholeTimelinesAndAllWorksAgainWhenItIsBack() throws Exception {
        fillAndRead();
        server.kill();
        refusesInTime();
        server.start();
        Await.until(this::answers);
        assertThat(timelines.older(ALICE, Long.MAX_VALUE, 10)).isNull();
        timelines.push(1, new long[] {ALICE}, 0, 1);
        assertThat(timelines.newer(ALICE, 0, 10)).isNull();
        fillAndRead();
    }

    @Test
    void silentItIsGivenUpAfterTheDeadlineAndKeepsWhatItHolds() throws Exception {
        fillAndRead();
        server.signal("STOP");
        refusesInTime();
        server.signal("CONT");
        Await.until(this::answers);
        fillAndRead();
    }

    @Test
    void itMayComeAfterTheProgram() throws Exception {
        server.kill();
        refusesInTime();
        server.start();
        Await.until(this::answers);
        fillAndRead();
    }

    @Test
    void whileItIsDownWhatCanDoWithoutItDoes() throws Exception {
        server.kill();
        ownWrites.add(new Event.UserUpdated(ALICE));
        ownWrites.catchUp(ALICE, event -> fail("told of " + event));
        assertThat(cache.find(List.of(ALICE), ids -> Map.of(ALICE, new long[] {7}))
                        .get(ALICE))
                .containsExactly(7);
        cache.changed(List.of(ALICE));
        assertThatThrownBy(() -> cache.mark(List.of(ALICE))).isInstanceOf(UnavailableException.class);
    }

    private void fillAndRead() {
        timelines.begin(ALICE);
        timelines.complete(ALICE, new long[] {3, 2}, 0);
        timelines.push(4, new long[] {ALICE}, 0, 1);
        assertThat(timelines.older(ALICE, Long.MAX_VALUE, 10))
                .isNotNull()
                .satisfies(slice -> assertThat(slice.ids()).containsExactly(4, 3, 2));
    }

    private void refusesInTime() {
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> timelines.older(ALICE, Long.MAX_VALUE, 10))
                    .isInstanceOf(UnavailableException.class);
            assertThatThrownBy(() -> timelines.push(4, new long[] {ALICE}, 0, 1))
                    .isInstanceOf(UnavailableException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE_AND_PAUSES.multipliedBy(2));
        }
    }

    private boolean answers() {
        try {
            timelines.remove(99, new long[] {99});
            return true;
        } catch (UnavailableException _) {
            return false;
        }
    }
}
