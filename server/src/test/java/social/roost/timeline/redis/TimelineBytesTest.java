package social.roost.timeline.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Snowflake;
import social.roost.driver.redis.Redis;
import social.roost.driver.redis.RedisProcess;
import social.roost.driver.redis.RedisStage;
import social.roost.timeline.TimelineStore;

/** The memory of a timeline in a properly configured Redis (SPEC, Figures). */
@Tag("stack")
class TimelineBytesTest {
    private static final int ENTRIES = 800;
    private static final String LOWEST_LIMIT = "818";
    private static final long ALICE = 1_843_000_000_000_000_001L;

    @TempDir
    private Path folder;

    @Test
    void anEntryOfAFullTimelineTakes24BytesAtMost() throws Exception {
        try (RedisProcess server = new RedisProcess(folder, "--zset-max-listpack-entries", LOWEST_LIMIT);
                RedisStage stage = new RedisStage(server.address())) {
            Redis redis = stage.open();
            TimelineStore store = new RedisTimelineStore(redis, ENTRIES, Duration.ofDays(3));
            Snowflake ids = new Snowflake(1, InstantSource.system());
            String key = redis.key("timeline", ALICE);
            store.begin(ALICE);
            store.complete(ALICE, newestFirst(ids), 0);
            assertThat(bytesOf(stage, key)).isLessThanOrEqualTo(24 * ENTRIES);
            for (int i = 0; i < 3 * ENTRIES; i++) {
                store.push(ids.next(), new long[] {ALICE}, 0, 1);
                assertThat(stage.commands().memoryUsage(key)).isLessThanOrEqualTo(24 * ENTRIES);
            }
            store.merge(ALICE, newestFirst(ids), 0);
            assertThat(bytesOf(stage, key)).isLessThanOrEqualTo(24 * ENTRIES);
            assertThat(stage.commands().objectEncoding(key)).isEqualTo("listpack");
        }
    }

    private static long[] newestFirst(Snowflake ids) {
        long[] rising = LongStream.generate(ids::next).limit(ENTRIES).toArray();
        return LongStream.range(0, ENTRIES)
                .map(i -> rising[(int) (ENTRIES - 1 - i)])
                .toArray();
    }

    private static long bytesOf(RedisStage stage, String key) {
        long bytes = stage.commands().memoryUsage(key);
        System.out.println("A timeline of " + ENTRIES + " entries in Redis: " + bytes + " bytes");
        return bytes;
    }
}
