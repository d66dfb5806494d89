package social.roost.loadgen;

import java.util.Arrays;

/** A growing list of numbers. */
final class LongList {
    private long[] numbers = new long[1 << 16];
    private int size;

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    long get(int index) {
        return numbers[index];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }
}
