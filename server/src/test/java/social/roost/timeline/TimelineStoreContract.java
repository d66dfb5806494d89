package social.roost.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import social.roost.base.LongRun;
import social.roost.base.Seed;
import social.roost.base.SettableClock;
import social.roost.base.Together;
import social.roost.timeline.TimelineStore.Slice;

/** What every {@link TimelineStore} promises, a test for each promise (SPEC D1, D2, D3). */
@Timeout(240)
public abstract class TimelineStoreContract {
    protected static final Duration ACTIVE_TIME = Duration.ofDays(3);

    @RegisterExtension
    protected final Seed seed = new Seed();

    /** How long a test may take until the clock is set again. */
    private static final Duration MOMENT = Duration.ofSeconds(10);

    private static final long ALICE = 10;
    private static final long BOB = 11;
    private static final long NEWEST = Long.MAX_VALUE;
    private static final int ALL = 1_000;

    protected final SettableClock clock = new SettableClock(1_800_000_000_000L);
    private TimelineStore store;

    /** An empty store on this test's clock with {@link #ACTIVE_TIME}. */
    protected abstract TimelineStore open(int maximumEntries);

    /** Lets time pass for this test's stores. */
    protected void pass(Duration time) {
        clock.move(time);
    }

    @BeforeEach
    void openStore() {
        store = open(800);
    }

    @Test
    void whereThereIsNoTimelineNothingHappens() {
        push(1, ALICE);
        store.complete(ALICE, new long[] {2}, 0);
        store.merge(ALICE, new long[] {3}, 0);
        store.remove(1, new long[] {ALICE});
        assertThat(store.older(ALICE, NEWEST, 10)).isNull();
        assertThat(store.newer(ALICE, 0, 10)).isNull();
        beginAndComplete(ALICE);
        assertThat(idsOf(ALICE)).isEmpty();
    }

    @Test
    void aBegunTimelineTakesPushesButIsNotReadBeforeItIsComplete() {
        store.begin(ALICE);
        push(5, ALICE);
        store.merge(ALICE, new long[] {4}, 0);
        assertThat(store.older(ALICE, NEWEST, 10)).isNull();
        assertThat(store.newer(ALICE, 0, 10)).isNull();
        store.complete(ALICE, new long[] {6, 3}, 0);
        assertThat(idsOf(ALICE)).containsExactly(6, 5, 4, 3);
    }

    @Test
    void beginningATimelineThatExistsChangesNothing() {
        beginAndComplete(ALICE, 2, 1);
        store.begin(ALICE);
        assertThat(idsOf(ALICE)).containsExactly(2, 1);
    }

    @Test
    void aTweetIsPushedToTheReadersOfItsRange() {
        LongStream.range(0, 6).forEach(this::beginAndComplete);
        store.push(7, new long[] {0, 1, 2, 3, 4, 5}, 1, 4);
        for (long reader = 0; reader < 6; reader++) {
            assertThat(idsOf(reader)).isEqualTo(reader >= 1 && reader < 4 ? new long[] {7} : new long[0]);
        }
    }

    @Test
    void idsAreSortedAndOnceInWhateverOrderAndHoweverOftenTheyCome() {
        beginAndComplete(ALICE, 8, 4);
        for (long id : new long[] {5, 9, 1, 5, 9, 8, 3, 1}) {
            push(id, ALICE);
        }
        store.merge(ALICE, new long[] {9, 7, 4}, 0);
        store.complete(ALICE, new long[] {8, 2}, 0);
        assertThat(idsOf(ALICE)).containsExactly(9, 8, 7, 5, 4, 3, 2, 1);
    }

    @Test
    void aTweetIsRemovedFromTheReadersNamedAndNoOther() {
        beginAndComplete(ALICE, 3, 2, 1);
        beginAndComplete(BOB, 3, 2, 1);
        store.remove(2, new long[] {ALICE, 99});
        store.remove(5, new long[] {ALICE});
        assertThat(idsOf(ALICE)).containsExactly(3, 1);
        assertThat(idsOf(BOB)).containsExactly(3, 2, 1);
    }

    @Test
    void aPartIsReadDownwardsOrUpwards() {
        beginAndComplete(ALICE, 50, 40, 30, 20, 10);
        assertThat(older(30, 10)).containsExactly(20, 10);
        assertThat(older(31, 2)).containsExactly(30, 20);
        assertThat(older(NEWEST, 2)).containsExactly(50, 40);
        assertThat(older(10, 2)).isEmpty();
        assertThat(newer(30, 10)).containsExactly(50, 40);
        assertThat(newer(29, 2)).containsExactly(40, 30);
        assertThat(newer(0, 2)).containsExactly(20, 10);
        assertThat(newer(50, 2)).isEmpty();
        assertThat(newer(NEWEST, 2)).isEmpty();
    }

    @Test
    void theFloorIsThatOfWhatWasPulled() {
        store.begin(ALICE);
        store.complete(ALICE, new long[] {9, 8, 7}, 7);
        push(6, ALICE);
        assertThat(slice(ALICE).floor()).isEqualTo(7);
        assertThat(idsOf(ALICE)).containsExactly(9, 8, 7);
        store.merge(ALICE, new long[] {5, 4}, 0);
        assertThat(slice(ALICE).floor()).isEqualTo(7);
        store.merge(ALICE, new long[] {9}, 8);
        assertThat(slice(ALICE).floor()).isEqualTo(8);
        assertThat(idsOf(ALICE)).containsExactly(9, 8);
    }

    @Test
    void aTimelineThatHoldsAllThereIsHasNoFloor() {
        beginAndComplete(ALICE, 9, 1);
        push(5, ALICE);
        store.remove(1, new long[] {ALICE});
        assertThat(slice(ALICE).floor()).isZero();
    }

    @Test
    void theGreatest800AreKept() {
        beginAndComplete(ALICE);
        for (long id = 1; id <= 3_000; id++) {
            push(id, ALICE);
            long lowest = Math.max(1, id - 799);
            if (id % 7 == 0 || (id > 795 && id < 830)) {
                assertThat(idsOf(ALICE))
                        .hasSize((int) (id - lowest + 1))
                        .startsWith(id)
                        .endsWith(lowest);
                assertThat(slice(ALICE).floor()).isBetween(id > 800 ? lowest - 1 : 0, id > 800 ? lowest : 0);
            }
        }
        push(5, ALICE);
        assertThat(idsOf(ALICE)).doesNotContain(5);
    }

    @Test
    void aFullTimelineTakesWhatComesLateAndKeepsTheGreatest() {
        beginAndComplete(ALICE);
        long[] shuffled = shuffled(LongStream.rangeClosed(1, 2_000).toArray(), new Random(1));
        for (long id : shuffled) {
            push(id, ALICE);
        }
        assertThat(idsOf(ALICE))
                .isEqualTo(LongStream.range(0, 800).map(i -> 2_000 - i).toArray());
    }

    @Test
    void oneEntryIsEnoughToBeKept() {
        store = open(1);
        beginAndComplete(ALICE);
        for (long id = 1; id <= 200; id++) {
            push(id, ALICE);
            assertThat(idsOf(ALICE)).containsExactly(id);
        }
        push(5, ALICE);
        assertThat(idsOf(ALICE)).containsExactly(200);
    }

    @Test
    void withoutRemovalsItHoldsWhatANaiveOneHolds() {
        replay(false);
    }

    @Test
    void withRemovalsNothingFromTheFloorOnIsMissing() {
        replay(true);
    }

    private void replay(boolean removals) {
        Random random = new Random(seed.value());
        for (int maximum : new int[] {1, 2, 7, 60, 800}) {
            store = open(maximum);
            int steps = maximum < 60 ? LongRun.times(200, 500) : LongRun.times(600, 1_500);
            new RandomTimeline(store, ALICE, maximum, random).replay(steps, removals);
        }
    }

    @Test
    void aTimelineThatWasDroppedIsNoneUntilItIsBegunAnew() {
        beginAndComplete(ALICE, 2, 1);
        store.drop(ALICE);
        store.drop(ALICE);
        push(3, ALICE);
        assertThat(store.older(ALICE, NEWEST, 10)).isNull();
        beginAndComplete(ALICE, 4);
        assertThat(idsOf(ALICE)).containsExactly(4);
    }

    @Test
    void aTimelineLastsTheActiveTimeAfterItsLastRead() {
        beginAndComplete(ALICE, 1);
        pass(ACTIVE_TIME.minus(MOMENT));
        assertThat(store.older(ALICE, NEWEST, 10)).isNotNull();
        pass(ACTIVE_TIME.minus(MOMENT));
        assertThat(store.newer(ALICE, 0, 10)).isNotNull();
        push(2, ALICE);
        store.merge(ALICE, new long[] {3}, 0);
        pass(ACTIVE_TIME.plus(MOMENT));
        assertThat(store.older(ALICE, NEWEST, 10)).isNull();
        assertThat(store.newer(ALICE, 0, 10)).isNull();
    }

    @Test
    void aTimelineBegunAfterItsPredecessorExpiredIsANewOne() {
        beginAndComplete(ALICE, 1);
        pass(ACTIVE_TIME.plus(MOMENT));
        push(2, ALICE);
        store.begin(ALICE);
        assertThat(store.older(ALICE, NEWEST, 10)).isNull();
        store.complete(ALICE, new long[] {3}, 0);
        assertThat(idsOf(ALICE)).containsExactly(3);
    }

    @Test
    void pushesOfManyThreadsAreAllThere() throws Exception {
        store = open(10_000);
        beginAndComplete(ALICE);
        store.begin(BOB);
        Together.call(6, thread -> {
            long[] own = shuffled(
                    LongStream.range(0, 1_000).map(i -> 1 + i * 5 + thread).toArray(), new Random(thread));
            for (long id : own) {
                store.push(id, new long[] {BOB, ALICE}, 0, 2);
            }
            if (thread == 5) {
                store.complete(BOB, new long[] {100_001, 100_000}, 0);
            }
            return thread;
        });
        long[] pushed = LongStream.range(0, 5_001).map(i -> 5_001 - i).toArray();
        assertThat(slice(ALICE, 20_000).ids()).isEqualTo(pushed);
        assertThat(slice(BOB, 20_000).ids())
                .isEqualTo(LongStream.concat(LongStream.of(100_001, 100_000), LongStream.of(pushed))
                        .toArray());
    }

    private void beginAndComplete(long reader, long... ids) {
        store.begin(reader);
        store.complete(reader, ids, 0);
    }

    private void push(long id, long reader) {
        store.push(id, new long[] {reader}, 0, 1);
    }

    private long[] idsOf(long reader) {
        return slice(reader).ids();
    }

    private Slice slice(long reader) {
        return slice(reader, ALL);
    }

    private Slice slice(long reader, int limit) {
        return Objects.requireNonNull(store.older(reader, NEWEST, limit));
    }

    private long[] older(long before, int limit) {
        return Objects.requireNonNull(store.older(ALICE, before, limit)).ids();
    }

    private long[] newer(long after, int limit) {
        return Objects.requireNonNull(store.newer(ALICE, after, limit)).ids();
    }

    private static long[] shuffled(long[] ids, Random random) {
        List<Long> list = Arrays.asList(Arrays.stream(ids).boxed().toArray(Long[]::new));
        Collections.shuffle(list, random);
        return list.stream().mapToLong(id -> id).toArray();
    }
}
