package social.roost.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DescendingTest {
    private final Random random = new Random(11);

    @Test
    void theFirstBelowABoundIsFound() {
        long[] ids = {9, 7, 4, 2};
        assertThat(Descending.firstBelow(ids, Long.MAX_VALUE)).isZero();
        assertThat(Descending.firstBelow(ids, 10)).isZero();
        assertThat(Descending.firstBelow(ids, 9)).isEqualTo(1);
        assertThat(Descending.firstBelow(ids, 5)).isEqualTo(2);
        assertThat(Descending.firstBelow(ids, 2)).isEqualTo(4);
        assertThat(Descending.firstBelow(new long[0], 2)).isZero();
    }

    @Test
    void idsComeAndGoAsInASet() {
        TreeSet<Long> set = new TreeSet<>(Comparator.reverseOrder());
        long[] ids = {};
        for (int i = 0; i < 2_000; i++) {
            long id = random.nextInt(50);
            boolean adds = random.nextBoolean();
            long[] before = ids;
            boolean changes = adds ? set.add(id) : set.remove(id);
            ids = adds ? Descending.with(before, id) : Descending.without(before, id);
            assertThat(ids).isEqualTo(set.stream().mapToLong(value -> value).toArray());
            if (!changes) {
                assertThat(ids).isSameAs(before);
            }
        }
    }

    @Test
    void theNewestOfManyListsAreThoseOfANaiveMerge() {
        for (int i = 0; i < 2_000; i++) {
            List<long[]> lists = lists();
            long before = random.nextInt(10) == 0 ? Long.MAX_VALUE : random.nextInt(90);
            long floor = random.nextInt(40);
            int limit = random.nextInt(25);
            assertThat(Descending.newest(lists, before, floor, limit))
                    .isEqualTo(all(lists)
                            .filter(id -> id < before && id >= floor)
                            .limit(limit)
                            .toArray());
        }
    }

    @Test
    void theOldestOfManyListsAreThoseOfANaiveMerge() {
        for (int i = 0; i < 2_000; i++) {
            List<long[]> lists = lists();
            long after = random.nextInt(10) == 0 ? Long.MAX_VALUE : random.nextInt(90) - 1;
            int limit = random.nextInt(25);
            long[] above = all(lists).filter(id -> id > after).toArray();
            assertThat(Descending.oldest(lists, after, limit))
                    .isEqualTo(LongStream.of(above)
                            .skip(Math.max(0, above.length - limit))
                            .toArray());
        }
    }

    private List<long[]> lists() {
        List<long[]> lists = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            lists.add(falling(random.longs(random.nextInt(20), 0, 80).distinct()));
        }
        return lists;
    }

    private static LongStream all(List<long[]> lists) {
        return LongStream.of(
                falling(lists.stream().flatMapToLong(LongStream::of).distinct()));
    }

    private static long[] falling(LongStream ids) {
        return ids.boxed().sorted(Comparator.reverseOrder()).mapToLong(id -> id).toArray();
    }
}
