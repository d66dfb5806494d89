package social.roost.timeline.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import social.roost.timeline.TimelineStore;
import social.roost.timeline.TimelineStoreContract;

class MemoryTimelineStoreTest extends TimelineStoreContract {
    private static final int ENTRIES = 800;

    @Override
    protected TimelineStore open(int maximumEntries) {
        return new MemoryTimelineStore(maximumEntries, ACTIVE_TIME, Long.MAX_VALUE, clock);
    }

    @Test
    void anEntryOfAFullTimelineTakesTenBytesAtMost() {
        MemoryTimelineStore store = storeOf(Long.MAX_VALUE);
        complete(store, 1, ENTRIES);
        assertThat(store.bytes()).isLessThanOrEqualTo(10 * ENTRIES);
        for (long id = ENTRIES + 1; id <= 3 * ENTRIES; id++) {
            store.push(id, new long[] {1}, 0, 1);
            assertThat(store.bytes()).isLessThanOrEqualTo(10 * ENTRIES);
        }
    }

    @Test
    void whenMemoryIsShortTheTimelinesReadLongestAgoAreDroppedWhole() {
        MemoryTimelineStore one = storeOf(Long.MAX_VALUE);
        complete(one, 0, ENTRIES);
        MemoryTimelineStore store = storeOf(50 * one.bytes());
        for (long reader = 0; reader < 100; reader++) {
            complete(store, reader, ENTRIES);
            clock.move(Duration.ofMillis(1));
        }
        store.older(3, Long.MAX_VALUE, 1);
        store.evict();
        assertThat(store.bytes()).isLessThanOrEqualTo(50 * one.bytes());
        assertThat(store.size()).isBetween(40, 50);
        for (long reader = 0; reader < 100; reader++) {
            TimelineStore.Slice slice = store.older(reader, Long.MAX_VALUE, ENTRIES);
            if (reader == 3 || reader >= 65) {
                assertThat(slice)
                        .isNotNull()
                        .satisfies(kept -> assertThat(kept.ids()).hasSize(ENTRIES));
            } else if (reader < 50) {
                assertThat(slice).isNull();
            }
        }
    }

    @Test
    void whileThereIsRoomNothingIsDropped() {
        MemoryTimelineStore store = storeOf(1_000_000);
        LongStream.range(0, 50).forEach(reader -> complete(store, reader, 10));
        store.evict();
        assertThat(store.size()).isEqualTo(50);
    }

    @Test
    void readersNoLongerActiveAreDroppedAlsoWithoutARead() {
        MemoryTimelineStore store = storeOf(Long.MAX_VALUE);
        complete(store, 1, 10);
        clock.move(ACTIVE_TIME);
        complete(store, 2, 10);
        store.expire();
        assertThat(store.size()).isEqualTo(2);
        clock.move(Duration.ofMillis(1));
        store.expire();
        assertThat(store.size()).isEqualTo(1);
        assertThat(store.older(2, Long.MAX_VALUE, 1)).isNotNull();
    }

    @Test
    void bytesAreCountedWhileTimelinesGrowAndAreGivenBackWhenTheyGo() {
        MemoryTimelineStore store = storeOf(Long.MAX_VALUE);
        LongStream.range(0, 10).forEach(reader -> complete(store, reader, 10));
        long small = store.bytes();
        LongStream.range(100, 600).forEach(id -> store.push(id, new long[] {0, 1, 2}, 0, 3));
        assertThat(store.bytes()).isBetween(small + 3 * 500 * Long.BYTES, small + 3 * 600 * Long.BYTES);
        clock.move(ACTIVE_TIME.plusMillis(1));
        store.begin(1);
        assertThat(store.older(2, Long.MAX_VALUE, 1)).isNull();
        store.expire();
        assertThat(store.size()).isEqualTo(1);
        clock.move(ACTIVE_TIME.plusMillis(1));
        store.expire();
        assertThat(store.bytes()).isZero();
    }

    private MemoryTimelineStore storeOf(long maximumBytes) {
        return new MemoryTimelineStore(ENTRIES, ACTIVE_TIME, maximumBytes, clock);
    }

    private static void complete(TimelineStore store, long reader, int entries) {
        store.begin(reader);
        store.complete(
                reader, LongStream.range(0, entries).map(i -> entries - i).toArray(), 0);
    }
}
