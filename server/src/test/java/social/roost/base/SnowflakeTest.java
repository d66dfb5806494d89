package social.roost.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Ids are unique, rise, and tell their time, whatever the clock does (SPEC C2). */
class SnowflakeTest {
    private static final long NOW = 1_800_000_000_000L;

    private final SettableClock clock = new SettableClock(NOW);
    private final Snowflake ids = new Snowflake(0, clock);

    @Test
    void anIdIsMadeOfTimeNodeAndSequence() {
        Snowflake node = new Snowflake(0x2A5, clock);
        long first = node.next();
        assertThat(first >>> 22).isEqualTo(NOW - Snowflake.EPOCH.toEpochMilli());
        assertThat(first >>> 12 & 0x3FF).isEqualTo(0x2A5);
        assertThat(first & 0xFFF).isZero();
        assertThat(node.next()).isEqualTo(first + 1);
    }

    @Test
    void anIdTellsItsTime() {
        long id = new Snowflake(Snowflake.MAXIMUM_NODE, clock).next();
        assertThat(Snowflake.millis(id)).isEqualTo(NOW);
        assertThat(Snowflake.lowestAt(NOW)).isLessThanOrEqualTo(id);
        assertThat(Snowflake.lowestAt(NOW + 1)).isGreaterThan(id);
        assertThat(Snowflake.lowestAt(0)).isZero();
    }

    @Test
    void aFullSequenceTakesFromTheNextMillisecond() {
        long[] made = LongStream.range(0, 3 * 4_096).map(_ -> ids.next()).toArray();
        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(Snowflake.millis(made[4_095])).isEqualTo(NOW);
        assertThat(Snowflake.millis(made[4_096])).isEqualTo(NOW + 1);
        assertThat(Snowflake.millis(made[made.length - 1])).isEqualTo(NOW + 2);
        assertThat(ids.latest()).isEqualTo(made[made.length - 1]);
    }

    @Test
    void severalIdsFollowEachOther() {
        long before = ids.next();
        long first = ids.next(25);
        assertThat(first).isEqualTo(before + 1);
        assertThat(ids.latest()).isEqualTo(first + 24);
        assertThat(ids.next()).isEqualTo(first + 25);
    }

    @Test
    void severalIdsAreOfOneMillisecond() {
        ids.startAfter(Snowflake.lowestAt(NOW) + 4_080);
        long first = ids.next(25);
        assertThat(first).isEqualTo(Snowflake.lowestAt(NOW + 1));
        assertThat(ids.next()).isEqualTo(first + 25);
        ids.startAfter(Snowflake.lowestAt(NOW + 2) + 4_070);
        assertThat(ids.next(25)).isEqualTo(Snowflake.lowestAt(NOW + 2) + 4_071);
        assertThat(ids.next(25)).isEqualTo(Snowflake.lowestAt(NOW + 3));
    }

    @Test
    void idsRiseWhileTheClockGoesBack() {
        long last = ids.next();
        for (int i = 0; i < 10_000; i++) {
            clock.move(Duration.ofMillis(i % 3 == 0 ? 1 : -2));
            long next = ids.next();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
        assertThat(Snowflake.millis(ids.latest())).isBetween(NOW, NOW + 10);
        clock.set(NOW + 60_000);
        assertThat(Snowflake.millis(ids.next())).isEqualTo(NOW + 60_000);
    }

    @Test
    void idsGoOnAboveThoseOfAnEarlierRunWithALaterClock() {
        long earlier = Snowflake.lowestAt(NOW + 5_000) | 0xFFF;
        ids.startAfter(earlier);
        assertThat(ids.next()).isGreaterThan(earlier);
        ids.startAfter(1);
        assertThat(ids.next()).isGreaterThan(earlier);
    }

    @Test
    void idsGoOnAboveThoseOfAnotherNode() {
        for (int made : List.of(0, 1, 500, Snowflake.MAXIMUM_NODE)) {
            for (int own : List.of(0, 1, 500, Snowflake.MAXIMUM_NODE)) {
                long last = new Snowflake(made, clock).next();
                Snowflake next = new Snowflake(own, clock);
                next.startAfter(last);
                clock.move(Duration.ofMillis(-5));
                assertThat(next.next()).as("%s after %s", own, made).isGreaterThan(last);
            }
        }
    }

    @Test
    void idsOfManyThreadsAreUniqueAndRiseInEach() throws Exception {
        List<long[]> made = Together.call(
                8, _ -> LongStream.range(0, 5_000).map(_ -> ids.next()).toArray());
        Set<Long> all = new HashSet<>();
        for (long[] ofThread : made) {
            assertThat(ofThread).isSorted();
            LongStream.of(ofThread).forEach(all::add);
        }
        assertThat(all).hasSize(40_000);
    }

    @Test
    void nodesShareNoIds() {
        Set<Long> all = new HashSet<>();
        for (int node = 0; node < 4; node++) {
            Snowflake own = new Snowflake(node, clock);
            LongStream.range(0, 5_000).forEach(_ -> all.add(own.next()));
        }
        assertThat(all).hasSize(20_000);
    }

    @Test
    void aNodeFitsItsBits() {
        assertThatThrownBy(() -> new Snowflake(-1, clock)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Snowflake(1_024, clock)).isInstanceOf(IllegalArgumentException.class);
    }
}
