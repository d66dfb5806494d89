package social.roost.timeline;

import java.util.Arrays;
import java.util.List;

/** Arrays of ids in descending order, each id once. */
public final class Descending {
    /** Below every id. */
    private static final long NONE = -1;

    private Descending() {}

    /** The index of the first id below this one; the length if there is none. */
    static int firstBelow(long[] ids, long bound) {
        int low = 0;
        int high = ids.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ids[middle] >= bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static long[] with(long[] ids, long id) {
        int place = firstBelow(ids, id);
        if (place > 0 && ids[place - 1] == id) {
            return ids;
        }
        long[] more = Arrays.copyOf(ids, ids.length + 1);
        System.arraycopy(ids, place, more, place + 1, ids.length - place);
        more[place] = id;
        return more;
    }

    static long[] without(long[] ids, long id) {
        int place = firstBelow(ids, id) - 1;
        if (place < 0 || ids[place] != id) {
            return ids;
        }
        long[] fewer = Arrays.copyOf(ids, ids.length - 1);
        System.arraycopy(ids, place + 1, fewer, place, fewer.length - place);
        return fewer;
    }

    /**
     * The greatest ids below {@code before} and not below {@code floor} of all lists together.
     *
     * <p>Compares the heads of all lists for each id: they are adjacent in memory, so for the lists of a home timeline
     * this is faster than a heap.
     */
    public static long[] newest(List<long[]> lists, long before, long floor, int limit) {
        int[] next = new int[lists.size()];
        long[] heads = new long[next.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = firstBelow(lists.get(i), before);
            heads[i] = head(lists.get(i), next[i]);
        }
        long[] merged = new long[limit];
        int count = 0;
        for (long greatest = greatest(heads);
                count < limit && greatest >= Math.max(floor, 0);
                greatest = greatest(heads)) {
            merged[count++] = greatest;
            for (int i = 0; i < heads.length; i++) {
                if (heads[i] == greatest) {
                    heads[i] = head(lists.get(i), ++next[i]);
                }
            }
        }
        return count == limit ? merged : Arrays.copyOf(merged, count);
    }

    private static long head(long[] ids, int next) {
        return next < ids.length ? ids[next] : NONE;
    }

    private static long greatest(long[] heads) {
        long greatest = NONE;
        for (long head : heads) {
            greatest = Math.max(greatest, head);
        }
        return greatest;
    }

    /** The lowest ids above {@code after} of all lists together, descending. */
    static long[] oldest(List<long[]> lists, long after, int limit) {
        long[] all = new long[lists.stream().mapToInt(ids -> ids.length).sum()];
        int count = 0;
        for (long[] ids : lists) {
            int above = after == Long.MAX_VALUE ? 0 : firstBelow(ids, after + 1);
            System.arraycopy(ids, 0, all, count, above);
            count += above;
        }
        long[] rising =
                Arrays.stream(all, 0, count).sorted().distinct().limit(limit).toArray();
        for (int i = 0; i < rising.length / 2; i++) {
            long swap = rising[i];
            rising[i] = rising[rising.length - 1 - i];
            rising[rising.length - 1 - i] = swap;
        }
        return rising;
    }
}
