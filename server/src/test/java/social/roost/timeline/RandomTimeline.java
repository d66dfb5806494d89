package social.roost.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import social.roost.timeline.TimelineStore.Slice;

/** One reader's timeline under random steps, compared after each with a naive one and with everything ever added. */
final class RandomTimeline {
    private final TimelineStore store;
    private final long reader;
    private final int maximum;
    private final Random random;

    /** Everything that was ever added. */
    private final TreeSet<Long> ever = new TreeSet<>();

    /** Everything added and not removed, whether or not there is room for it. */
    private final TreeSet<Long> given = new TreeSet<>();

    /** The naive timeline: its content, and the id from which on it is complete. */
    private final TreeSet<Long> naive = new TreeSet<>();

    private long naiveFloor;
    private long pulledFloor;
    private long newest = 1_000;

    RandomTimeline(TimelineStore store, long reader, int maximum, Random random) {
        this.store = store;
        this.reader = reader;
        this.maximum = maximum;
        this.random = random;
    }

    void replay(int steps, boolean removals) {
        store.begin(reader);
        for (int i = 0; i < 5; i++) {
            push();
        }
        pull(true);
        for (int i = 0; i < steps; i++) {
            step(removals);
            Slice all = Objects.requireNonNull(store.older(reader, Long.MAX_VALUE, Integer.MAX_VALUE / 2));
            hold(all);
            if (!removals) {
                assertThat(all.ids()).isEqualTo(falling(naive));
            }
            comparePart(all);
        }
    }

    private void step(boolean removals) {
        int kind = random.nextInt(100);
        if (kind < 3) {
            pull(random.nextBoolean());
        } else if (kind < 15 && removals) {
            remove();
        } else {
            push();
        }
    }

    /** Mostly a little newer than all before, sometimes late, sometimes repeated. */
    private void push() {
        long late = Math.max(1, newest - random.nextInt(3 * maximum));
        long id = random.nextInt(3) > 0 ? newest + 1 + random.nextInt(3) : late;
        newest = Math.max(newest, id);
        store.push(id, new long[] {reader}, 0, 1);
        if (random.nextInt(10) == 0) {
            store.push(id, new long[] {reader}, 0, 1);
        }
        put(new long[] {id}, 0);
    }

    private void pull(boolean completes) {
        long from = Math.max(1, newest - 2L * maximum);
        long[] ids = random.longs(random.nextInt(maximum + 1), from, newest + 1)
                .distinct()
                .sorted()
                .toArray();
        long floor = ids.length == 0 || random.nextBoolean() ? 0 : ids[0];
        long[] falling = LongStream.of(ids)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .mapToLong(id -> id)
                .toArray();
        if (completes) {
            store.complete(reader, falling, floor);
        } else {
            store.merge(reader, falling, floor);
        }
        put(ids, floor);
    }

    private void remove() {
        long id = newest - random.nextInt(2 * maximum);
        store.remove(id, new long[] {reader});
        given.remove(id);
        naive.remove(id);
    }

    private void put(long[] ids, long floor) {
        LongStream.of(ids).forEach(ever::add);
        LongStream.of(ids).forEach(given::add);
        LongStream.of(ids).forEach(naive::add);
        pulledFloor = Math.max(pulledFloor, floor);
        naiveFloor = Math.max(naiveFloor, floor);
        naive.headSet(naiveFloor).clear();
        while (naive.size() > maximum) {
            naive.pollFirst();
            naiveFloor = naive.first();
        }
    }

    /** At most the maximum, nothing made up, and nothing missing between the greatest and the floor. */
    private void hold(Slice all) {
        long[] ids = all.ids();
        assertThat(ids).hasSizeLessThanOrEqualTo(maximum);
        assertThat(LongStream.of(ids)).allMatch(given::contains);
        long complete = Math.max(all.floor(), 0);
        assertThat(LongStream.of(ids).filter(id -> id >= complete).toArray())
                .isEqualTo(falling(given.tailSet(complete, true)));
        assertThat(ids)
                .isEqualTo(LongStream.of(ids)
                        .boxed()
                        .sorted(Comparator.reverseOrder())
                        .mapToLong(id -> id)
                        .distinct()
                        .toArray());
        assertThat(all.floor()).isLessThanOrEqualTo(Math.max(pulledFloor, lowestOfTheGreatest()));
    }

    /** The lowest of the greatest ids that fit, so that a floor is no higher than necessary; 0 if there is room. */
    private long lowestOfTheGreatest() {
        return ever.descendingSet().stream().skip(maximum - 1L).findFirst().orElse(0L);
    }

    private void comparePart(Slice all) {
        long bound = newest + 2 - random.nextInt(2 * maximum + 4);
        int limit = 1 + random.nextInt(maximum + 1);
        Slice older = Objects.requireNonNull(store.older(reader, bound, limit));
        assertThat(older.ids())
                .isEqualTo(LongStream.of(all.ids())
                        .filter(id -> id < bound)
                        .limit(limit)
                        .toArray());
        Slice newer = Objects.requireNonNull(store.newer(reader, bound, limit));
        long[] above = LongStream.of(all.ids()).filter(id -> id > bound).toArray();
        assertThat(newer.ids()).isEqualTo(Arrays.copyOfRange(above, Math.max(0, above.length - limit), above.length));
        assertThat(older.floor()).isEqualTo(all.floor());
        assertThat(newer.floor()).isEqualTo(all.floor());
    }

    private static long[] falling(NavigableSet<Long> ids) {
        return ids.descendingSet().stream().mapToLong(id -> id).toArray();
    }
}
