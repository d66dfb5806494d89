package social.roost.timeline.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import social.roost.driver.redis.RedisStage;
import social.roost.timeline.TimelineStore;
import social.roost.timeline.TimelineStoreContract;

@Tag("stack")
class RedisTimelineStoreTest extends TimelineStoreContract {
    private static final long ALICE = 10;
    private static final int STEP = 7;

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

    /** Realistic ids, several in a millisecond, and with every bit set somewhere. */
    @Test
    void realIdsAreReadInTheirOrderPageByPage() {
        Random random = new Random(seed.value());
        long first = 0x1999_9999_FE00_0000L;
        long[] pushed = random.longs(400, 0, 1 << 26).map(bits -> first + bits).toArray();
        long[] ties = LongStream.range(0, 100).map(i -> first + i * 40_000).toArray();
        TimelineStore store = open(800);
        store.begin(ALICE);
        store.complete(ALICE, new long[0], 0);
        LongStream.concat(LongStream.of(pushed), LongStream.of(ties))
                .forEach(id -> store.push(id, new long[] {ALICE}, 0, 1));
        long[] rising = LongStream.concat(LongStream.of(pushed), LongStream.of(ties))
                .sorted()
                .distinct()
                .toArray();
        assertThat(readDown(store)).isEqualTo(reversed(rising));
        assertThat(readUp(store)).isEqualTo(rising);
    }

    @Test
    void aPushToAThousandReadersReachesThoseWhoHaveATimelineAndMakesNone() {
        TimelineStore store = open(800);
        long[] readers = LongStream.range(0, 1_000).toArray();
        LongStream.range(0, 500).map(i -> i * 2).forEach(store::begin);
        store.push(5, readers, 0, readers.length);
        assertThat(stage.keys()).hasSize(500);
        for (long reader = 0; reader < 1_000; reader += 2) {
            store.complete(reader, new long[0], 0);
            assertThat(Objects.requireNonNull(store.older(reader, Long.MAX_VALUE, 10))
                            .ids())
                    .containsExactly(5);
        }
        store.push(6, readers, 0, 0);
        store.remove(6, new long[0]);
    }

    private static long[] readDown(TimelineStore store) {
        LongStream.Builder all = LongStream.builder();
        long[] page = idsBelow(store, Long.MAX_VALUE);
        while (page.length > 0) {
            LongStream.of(page).forEach(all);
            page = idsBelow(store, page[page.length - 1]);
        }
        return all.build().toArray();
    }

    private static long[] readUp(TimelineStore store) {
        LongStream.Builder all = LongStream.builder();
        long[] page = idsAbove(store, 0);
        while (page.length > 0) {
            LongStream.of(reversed(page)).forEach(all);
            page = idsAbove(store, page[0]);
        }
        return all.build().toArray();
    }

    private static long[] idsBelow(TimelineStore store, long before) {
        return Objects.requireNonNull(store.older(ALICE, before, STEP)).ids();
    }

    private static long[] idsAbove(TimelineStore store, long after) {
        return Objects.requireNonNull(store.newer(ALICE, after, STEP)).ids();
    }

    private static long[] reversed(long[] ids) {
        return LongStream.range(0, ids.length)
                .map(i -> ids[(int) (ids.length - 1 - i)])
                .toArray();
    }
}
