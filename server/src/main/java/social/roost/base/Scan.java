package social.roost.base;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything in a store, part by part, in an order defined by the store.
 *
 * <p>What exists from the first part to the last is read at least once. What is added or removed meanwhile may be read
 * or not.
 */
@FunctionalInterface
public interface Scan<T> {
    /** The position before everything. */
    String START = "";

    /**
     * Reads the part after a position. It may contain fewer items than the limit, even none, without being the last.
     *
     * @param after {@link #START} or the {@link Part#next} of an earlier part, possibly read by another process
     * @param limit at least 2
     */
    Part<T> read(String after, int limit);

    /** The id that is a position, 0 at the start. */
    static long idOf(String position) {
        return position.equals(START) ? 0 : Long.parseLong(position);
    }

    /**
     * Some of the items.
     *
     * @param next where the next part starts; null for the last one
     */
    record Part<T>(List<T> items, @Nullable String next) {
        /** Items in the order of their positions; a part that does not reach the limit is the last. */
        public static <T> Part<T> of(List<T> items, int limit, Function<T, String> position) {
            return new Part<>(items, items.size() < limit ? null : position.apply(items.getLast()));
        }

        public <R> Part<R> map(Function<? super T, R> mapping) {
            return new Part<>(items.stream().map(mapping).toList(), next);
        }
    }
}
