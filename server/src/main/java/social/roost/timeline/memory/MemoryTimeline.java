package social.roost.timeline.memory;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import social.roost.timeline.TimelineStore.Slice;

/**
 * One reader's timeline: ids in ascending order in one array, so that a push of a newer tweet is an append.
 *
 * <p>The array holds a few more than the maximum, so that the oldest are dropped by one copy for many pushes. Guarded
 * by its own lock.
 */
final class MemoryTimeline {
    private static final int OBJECT_BYTES = 96;
    private static final int SLACK = 48;
    private static final int FIRST_ENTRIES = 8;

    private final int maximumEntries;

    /** Bytes of all timelines of the store together, including this one while it is in the store. */
    private final LongAdder allBytes;

    private long[] ids = new long[FIRST_ENTRIES];
    private int size;
    private long floor;
    private boolean complete;
    private boolean counted;

    /** Milliseconds since 1970; may be read without the lock. */
    private volatile long lastRead;

    MemoryTimeline(int maximumEntries, long now, LongAdder allBytes) {
        this.maximumEntries = maximumEntries;
        this.lastRead = now;
        this.allBytes = allBytes;
    }

    long lastRead() {
        return lastRead;
    }

    /** Starts to count once it is in the store. */
    synchronized void stored() {
        counted = true;
        allBytes.add(bytes(ids));
    }

    /** Stops counting because it was removed from the store; it may still be in use and change. */
    synchronized void retire() {
        counted = false;
        allBytes.add(-bytes(ids));
    }

    synchronized void push(long id) {
        if (size > 0 && ids[size - 1] >= id) {
            insert(id);
        } else if (id >= floor) {
            makeRoom();
            ids[size++] = id;
        }
    }

    synchronized void remove(long id) {
        int place = Arrays.binarySearch(ids, 0, size, id);
        if (place >= 0) {
            System.arraycopy(ids, place + 1, ids, place, size - place - 1);
            size--;
        }
    }

    /**
     * Adds ids in descending order.
     *
     * @param pulledFloor they are complete from this id on
     */
    synchronized void merge(long[] pulled, long pulledFloor, boolean completes) {
        long[] all = Arrays.copyOf(ids, size + pulled.length);
        for (int i = 0; i < pulled.length; i++) {
            all[size + i] = pulled[pulled.length - 1 - i];
        }
        Arrays.sort(all);
        floor = Math.max(floor, pulledFloor);
        keepNewest(all);
        complete |= completes;
    }

    /** Null if incomplete. */
    synchronized @Nullable Slice older(long before, int limit, long now) {
        if (!complete) {
            return null;
        }
        lastRead = now;
        int end = firstAtLeast(before);
        return slice(Math.max(lowest(), end - limit), end);
    }

    /** Null if incomplete. */
    synchronized @Nullable Slice newer(long after, int limit, long now) {
        if (!complete) {
            return null;
        }
        lastRead = now;
        int start = after == Long.MAX_VALUE ? size : Math.max(lowest(), firstAtLeast(after + 1));
        return slice(start, Math.min(size, start + limit));
    }

    /** Index of the lowest visible id: those below only wait to be dropped. */
    private int lowest() {
        return Math.max(0, size - maximumEntries);
    }

    private Slice slice(int from, int to) {
        int length = Math.max(0, to - from);
        long[] newestFirst = new long[length];
        for (int i = 0; i < length; i++) {
            newestFirst[i] = ids[to - 1 - i];
        }
        return new Slice(newestFirst, size > maximumEntries ? Math.max(floor, ids[lowest()]) : floor);
    }

    private void insert(long id) {
        makeRoom();
        int insertion = firstAtLeast(id);
        if (id < floor || ids[insertion] == id) {
            return;
        }
        System.arraycopy(ids, insertion, ids, insertion + 1, size - insertion);
        ids[insertion] = id;
        size++;
    }

    private void makeRoom() {
        if (size < ids.length) {
            return;
        }
        if (size < maximumEntries + SLACK) {
            int more = Math.max(FIRST_ENTRIES, size >> 3);
            replace(Arrays.copyOf(ids, Math.min(maximumEntries + SLACK, size + more)));
        } else {
            int drop = size - maximumEntries;
            floor = ids[drop];
            System.arraycopy(ids, drop, ids, 0, size - drop);
            size -= drop;
        }
    }

    private void keepNewest(long[] sorted) {
        long[] kept = new long[sorted.length];
        int count = 0;
        for (long id : sorted) {
            if (id >= floor && (count == 0 || kept[count - 1] != id)) {
                kept[count++] = id;
            }
        }
        int from = Math.max(0, count - maximumEntries);
        if (from > 0) {
            floor = kept[from];
        }
        size = count - from;
        replace(Arrays.copyOfRange(kept, from, Math.max(count, from + FIRST_ENTRIES)));
    }

    private void replace(long[] others) {
        if (counted) {
            allBytes.add(bytes(others) - bytes(ids));
        }
        ids = others;
    }

    private static long bytes(long[] ids) {
        return OBJECT_BYTES + (long) ids.length * Long.BYTES;
    }

    private int firstAtLeast(long id) {
        int place = Arrays.binarySearch(ids, 0, size, id);
        return place >= 0 ? place : -place - 1;
    }
}
