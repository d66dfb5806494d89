package social.roost.trend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many authors each topic had in each five minutes of the last week. Those with fewer than three are not stored, nor
 * those beyond the limit.
 */
final class Past {
    static final int LEAST = 3;

    /** In minutes. */
    private static final int SLOT = AuthorSet.WINDOW;

    private static final int DAY = 1_440;
    private static final int DAYS = 7;
    private static final int HOUR = 60 / SLOT;

    /**
     * In minutes: what happens daily does not begin in the same minute, and a change to or from summer time moves it by
     * an hour.
     */
    private static final int[] SHIFTS = {0, -SLOT, SLOT, -60, 60};

    /** More than a week and an hour. */
    private static final int SLOTS = 2_048;

    /** Without at least so many slots of the last hour, nothing is known about any topic. */
    private static final int LEAST_OF_HOUR = 6;

    private final int limit;
    private final @Nullable Slot[] slots = new @Nullable Slot[SLOTS];

    Past(int limit) {
        this.limit = limit;
    }

    /** The weight of a topic's authors, with the hash of the topic. */
    record Entry(long topic, int authors) {}

    /** Five minutes, with its number since 1970. */
    private static final class Slot {
        private final long number;

        /** In ascending order. */
        private final long[] topics;

        /** Of each topic. */
        private final char[] authors;

        /** The most authors of a topic that is not stored. */
        private final int leftOut;

        Slot(long number, long[] topics, char[] authors, int leftOut) {
            this.number = number;
            this.topics = topics;
            this.authors = authors;
            this.leftOut = leftOut;
        }

        int of(long topic) {
            int place = Arrays.binarySearch(topics, topic);
            return place >= 0 ? authors[place] : leftOut;
        }

        void write(DataOutput out) throws IOException {
            out.writeInt(leftOut);
            out.writeInt(topics.length);
            for (int i = 0; i < topics.length; i++) {
                out.writeLong(topics[i]);
                out.writeChar(authors[i]);
            }
        }
    }

    /** Whether the window that ends with this minute is a slot. */
    static boolean isComplete(long minute) {
        return (minute + 1) % SLOT == 0;
    }

    /** Adds the slot that ends with this minute. */
    void add(long minute, List<Entry> entries) {
        List<Entry> stored = new ArrayList<>(entries);
        int leftOut = 0;
        if (stored.size() > limit) {
            stored.sort(Comparator.comparingInt(Entry::authors).reversed().thenComparingLong(Entry::topic));
            leftOut = stored.get(limit).authors();
            stored = stored.subList(0, limit);
        }
        stored.sort(Comparator.comparingLong(Entry::topic));
        long[] topics = stored.stream().mapToLong(Entry::topic).toArray();
        char[] authors = new char[topics.length];
        for (int i = 0; i < authors.length; i++) {
            authors[i] = (char) Math.min(Character.MAX_VALUE, stored.get(i).authors());
        }
        long number = minute / SLOT;
        slots[(int) (number % SLOTS)] = new Slot(number, topics, authors, leftOut);
    }

    /**
     * How many authors a topic should have in the window that ends with this minute: the greater of the mean of the last
     * hour and those of the same minutes of the last days, and at least 1. What is unknown because it was before the
     * start is left out.
     *
     * @param since the first minute that is known
     * @return NaN if too little is known
     */
    double expected(long topic, long minute, long since) {
        double expected = lastHour(topic, minute, since);
        for (int shift : SHIFTS) {
            expected = Math.max(expected, lastDays(topic, minute + shift, since));
        }
        return expected;
    }

    /** The mean of the last hour before the window. */
    double lastHour(long topic, long minute, long since) {
        long last = (minute + 1 - SLOT) / SLOT - 1;
        int known = 0;
        double sum = 0;
        for (long number = last - HOUR + 1; number <= last; number++) {
            if (number * SLOT >= since) {
                known++;
                sum += of(topic, number);
            }
        }
        return known < LEAST_OF_HOUR ? Double.NaN : Math.max(1, sum / known);
    }

    private double lastDays(long topic, long minute, long since) {
        int known = 0;
        double sum = 0;
        for (int day = 1; day <= DAYS; day++) {
            long then = minute - (long) day * DAY;
            if (then - 2 * SLOT >= since) {
                known++;
                sum += around(topic, then);
            }
        }
        return known == 0 ? 1 : sum / known;
    }

    /** In a window that may cover parts of two slots. */
    private double around(long topic, long minute) {
        double share = (minute % SLOT + 1.0) / SLOT;
        return share * of(topic, minute / SLOT) + (1 - share) * of(topic, minute / SLOT - 1);
    }

    private int of(long topic, long number) {
        Slot slot = slots[(int) (number % SLOTS)];
        return slot == null || slot.number != number ? 0 : slot.of(topic);
    }

    /** The last slots before the one that this minute is in, the oldest first. */
    List<Integer> recent(long topic, long minute, int count) {
        List<Integer> recent = new ArrayList<>();
        long end = (minute + 1) / SLOT;
        for (long number = end - count; number < end; number++) {
            recent.add(of(topic, number));
        }
        return List.copyOf(recent);
    }

    void write(DataOutput out) throws IOException {
        for (Slot slot : slots) {
            out.writeLong(slot == null ? -1 : slot.number);
            if (slot != null) {
                slot.write(out);
            }
        }
    }

    static Past read(DataInput in, int limit) throws IOException {
        Past past = new Past(limit);
        for (int i = 0; i < SLOTS; i++) {
            long number = in.readLong();
            if (number >= 0) {
                past.slots[i] = readSlot(in, number);
            }
        }
        return past;
    }

    private static Slot readSlot(DataInput in, long number) throws IOException {
        int leftOut = in.readInt();
        int size = in.readInt();
        long[] topics = new long[size];
        char[] authors = new char[size];
        for (int i = 0; i < size; i++) {
            topics[i] = in.readLong();
            authors[i] = in.readChar();
        }
        return new Slot(number, topics, authors, leftOut);
    }
}
