package social.roost.base;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** Ids as numbers: positive, 63 bits. As text they are plain decimal digits. */
public final class Ids {
    public static final long[] NONE = {};

    private Ids() {}

    /** Empty if the text is not an id in canonical form. */
    public static OptionalLong parse(String text) {
        if (text.isEmpty() || text.length() > 19 || text.charAt(0) == '0') {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            value = value * 10 + digit;
        }
        return value > 0 ? OptionalLong.of(value) : OptionalLong.empty();
    }

    public static boolean contains(long[] sorted, long id) {
        return Arrays.binarySearch(sorted, id) >= 0;
    }

    /** The sorted ids with this one; the same array if it contains the id. */
    public static long[] with(long[] sorted, long id) {
        int place = Arrays.binarySearch(sorted, id);
        if (place >= 0) {
            return sorted;
        }
        int insertion = -place - 1;
        long[] more = new long[sorted.length + 1];
        System.arraycopy(sorted, 0, more, 0, insertion);
        more[insertion] = id;
        System.arraycopy(sorted, insertion, more, insertion + 1, sorted.length - insertion);
        return more;
    }

    /** The sorted ids without this one; the same array if it does not contain the id. */
    public static long[] without(long[] sorted, long id) {
        int place = Arrays.binarySearch(sorted, id);
        if (place < 0) {
            return sorted;
        }
        long[] fewer = new long[sorted.length - 1];
        System.arraycopy(sorted, 0, fewer, 0, place);
        System.arraycopy(sorted, place + 1, fewer, place, fewer.length - place);
        return fewer;
    }

    /** The sorted ids above one and up to another, at most this many: the lowest. */
    public static long[] range(long[] sorted, long after, long last, int limit) {
        int from = firstAbove(sorted, after);
        int to = firstAbove(sorted, last);
        return from < to ? Arrays.copyOfRange(sorted, from, Math.min(to, from + limit)) : NONE;
    }

    private static int firstAbove(long[] sorted, long id) {
        int place = Arrays.binarySearch(sorted, id);
        return place < 0 ? -place - 1 : place + 1;
    }

    public static <T> long[] of(Collection<T> things, ToLongFunction<T> id) {
        return things.stream().mapToLong(id).toArray();
    }
}
