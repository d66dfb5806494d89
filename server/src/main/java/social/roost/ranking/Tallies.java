package social.roost.ranking;

/** Counts occurrences of ids, with less memory and time than a map of boxed numbers: a hash table with linear probing. */
final class Tallies {
    private final long[] ids;
    private final int[] counts;

    /** @param most how many different ids there may be */
    Tallies(int most) {
        int size = Integer.highestOneBit(Math.max(1, most)) * 4;
        ids = new long[size];
        counts = new int[size];
    }

    /** Counts an id; returns how often it has occurred. */
    int count(long id) {
        int slot = slot(id);
        ids[slot] = id;
        return ++counts[slot];
    }

    /** How often an id has been counted. */
    int of(long id) {
        return counts[slot(id)];
    }

    private int slot(long id) {
        int slot = Long.hashCode(id * 0x9E3779B97F4A7C15L) & (ids.length - 1);
        while (counts[slot] > 0 && ids[slot] != id) {
            slot = (slot + 1) & (ids.length - 1);
        }
        return slot;
    }
}
