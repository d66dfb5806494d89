package social.roost.trend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The distinct authors of a topic in the last minutes. Exact up to a limit; beyond it a sample, chosen by the hashes of
 * the authors, from which authors can still be removed. With 1,024 of them, the standard error is 3 %.
 *
 * <p>An open hash table of pairs: the author; and 27 bits with the last minute in which it was seen, 8 for the minutes
 * up to that one, one for a young account, and 28 of its last text.
 */
final class AuthorSet {
    /** In minutes. */
    static final int WINDOW = 5;

    /** An author may be seen so many minutes after the end of the window. */
    static final int AHEAD = 3;

    static final int MOST_WITH_SAME_TEXT = 3;

    private static final int MINUTE_SHIFT = 37;
    private static final int SEEN_SHIFT = 29;
    private static final long SEEN = 0xFF;
    private static final int MINUTES = 8;
    private static final long YOUNG = 1L << 28;
    private static final long TEXT = YOUNG - 1;
    private static final int FIRST_CAPACITY = 4;

    private long[] table = new long[2 * FIRST_CAPACITY];
    private int size;

    /** An author is in the sample if so many of the lowest bits of its hash are 0. */
    private int level;

    /**
     * How many authors there are.
     *
     * @param young those with young accounts
     */
    record Count(int old, int young) {
        int all() {
            return old + young;
        }

        /** Young accounts count a fifth, and together at most a quarter of the others: they cannot make a trend. */
        double weight() {
            return old + Math.min(young / 5.0, old / 4.0);
        }
    }

    @FunctionalInterface
    private interface Kept {
        boolean test(long author, long facts);
    }

    /** The authors in the sample, including those of some minutes before the window. */
    int size() {
        return size;
    }

    void add(long author, long minute, boolean young, int text) {
        if (!isSampled(author)) {
            return;
        }
        long facts = (young ? YOUNG : 0) | (text & TEXT);
        int place = place(author);
        if (table[place + 1] == 0) {
            put(place, author, minute << MINUTE_SHIFT | 1L << SEEN_SHIFT | facts);
        } else {
            table[place + 1] = seenAgain(table[place + 1], minute) | facts;
        }
    }

    /** The bits of the minutes. */
    private static long seenAgain(long facts, long minute) {
        long last = facts >>> MINUTE_SHIFT;
        long seen = facts >>> SEEN_SHIFT & SEEN;
        long later = minute - last;
        if (later >= MINUTES) {
            seen = 1;
        } else if (later >= 0) {
            seen = ((seen << later) & SEEN) | 1;
        } else if (later > -MINUTES) {
            seen |= 1L << -later;
        }
        return Math.max(last, minute) << MINUTE_SHIFT | seen << SEEN_SHIFT;
    }

    /** Whether an author was seen in the window that ends with this minute. */
    private static boolean isIn(long facts, long minute) {
        long seen = facts >>> SEEN_SHIFT & SEEN;
        long ahead = (facts >>> MINUTE_SHIFT) - minute;
        if (ahead >= 0) {
            return ahead < MINUTES && ((seen >>> ahead) & ((1 << WINDOW) - 1)) != 0;
        }
        return ahead > -WINDOW && (seen & ((1L << (WINDOW + ahead)) - 1)) != 0;
    }

    /** The authors in the window that ends with this minute. */
    Count count(long minute) {
        int old = 0;
        int young = 0;
        for (int i = 0; i < table.length; i += 2) {
            long facts = table[i + 1];
            if (facts != 0 && isIn(facts, minute)) {
                if ((facts & YOUNG) == 0) {
                    old++;
                } else {
                    young++;
                }
            }
        }
        return new Count(old << level, young << level);
    }

    /** The same, but of those with the same text only three; older accounts first. */
    Count countTexts(long minute) {
        Map<Long, int[]> byText = new HashMap<>();
        for (int i = 0; i < table.length; i += 2) {
            long facts = table[i + 1];
            if (facts != 0 && isIn(facts, minute)) {
                byText.computeIfAbsent(facts & TEXT, _ -> new int[2])[(facts & YOUNG) == 0 ? 0 : 1] += 1 << level;
            }
        }
        int old = 0;
        int young = 0;
        for (Map.Entry<Long, int[]> text : byText.entrySet()) {
            int most = text.getKey() == 0 ? Integer.MAX_VALUE : MOST_WITH_SAME_TEXT;
            int[] authors = text.getValue();
            int counted = Math.min(authors[0], most);
            old += counted;
            young += Math.min(authors[1], most - counted);
        }
        return new Count(old, young);
    }

    /** The share of the authors in the window that are also in the other's, from 0 to 1. */
    double shareIn(AuthorSet other, long minute) {
        int all = 0;
        int common = 0;
        for (int i = 0; i < table.length; i += 2) {
            if (table[i + 1] != 0 && isIn(table[i + 1], minute) && other.isSampled(table[i])) {
                all++;
                long theirs = other.table[other.place(table[i]) + 1];
                common += theirs != 0 && isIn(theirs, minute) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) common / all;
    }

    /** Forgets the authors that are in no window that ends with this minute or later. */
    void expire(long minute) {
        keep((_, facts) -> (facts >>> MINUTE_SHIFT) > minute - WINDOW);
    }

    /** Forgets these authors, and returns whether one of them was in it. */
    boolean remove(Set<Long> authors) {
        int before = size;
        keep((author, _) -> !authors.contains(author));
        return size < before;
    }

    /** Reduces the sample to at most this number of authors. */
    void limit(int most) {
        while (size > most) {
            level++;
            keep((author, _) -> isSampled(author));
        }
    }

    /** A copy of those in the window, with at most this number of authors. */
    AuthorSet copy(long minute, int most) {
        AuthorSet copy = new AuthorSet();
        copy.level = level;
        copy.table = table.clone();
        copy.size = size;
        copy.keep((_, facts) -> isIn(facts, minute));
        copy.limit(most);
        return copy;
    }

    private void keep(Kept kept) {
        int left = 0;
        for (int i = 0; i < table.length; i += 2) {
            left += table[i + 1] != 0 && kept.test(table[i], table[i + 1]) ? 1 : 0;
        }
        if (left < size) {
            rebuild(left, kept);
        }
    }

    private void rebuild(int left, Kept kept) {
        long[] before = table;
        int capacity = FIRST_CAPACITY;
        while (capacity * 2 < left * 3) {
            capacity *= 2;
        }
        table = new long[2 * capacity];
        size = 0;
        for (int i = 0; i < before.length; i += 2) {
            if (before[i + 1] != 0 && kept.test(before[i], before[i + 1])) {
                put(place(before[i]), before[i], before[i + 1]);
            }
        }
    }

    private void put(int place, long author, long facts) {
        table[place] = author;
        table[place + 1] = facts;
        size++;
        if (size * 8 > table.length * 3) {
            rebuild(size, (_, _) -> true);
        }
    }

    /** Where the author is, or the free place where it belongs. */
    private int place(long author) {
        int mask = table.length - 1;
        // The lowest bits are equal in a sample.
        int place = (int) (mix(author) >>> 40) * 2 & mask;
        while (table[place + 1] != 0 && table[place] != author) {
            place = place + 2 & mask;
        }
        return place;
    }

    private boolean isSampled(long author) {
        return (mix(author) & (1L << level) - 1) == 0;
    }

    /** Spreads the bits of a number; the finalizer of SplitMix64. */
    static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(level);
        out.writeInt(size);
        for (int i = 0; i < table.length; i += 2) {
            if (table[i + 1] != 0) {
                out.writeLong(table[i]);
                out.writeLong(table[i + 1]);
            }
        }
    }

    static AuthorSet read(DataInput in) throws IOException {
        AuthorSet set = new AuthorSet();
        set.level = in.readUnsignedByte();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            long author = in.readLong();
            set.put(set.place(author), author, in.readLong());
        }
        return set;
    }
}
