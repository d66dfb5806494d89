package social.roost.base;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a longer list; a null cursor means that there is nothing more in that direction. */
public record Page<T>(
        List<T> items, @Nullable Cursor next, @Nullable Cursor previous) {

    /**
     * Makes a page from rows of which one more was read than fits, if there is one.
     *
     * @param place of a row, below which the next page starts
     */
    public static <T> Page<T> of(List<T> read, int limit, Function<T, Cursor> place) {
        if (read.size() <= limit) {
            return new Page<>(read, null, null);
        }
        List<T> shown = read.subList(0, limit);
        return new Page<>(shown, place.apply(shown.getLast()), null);
    }

    /** The same page with another form of its items. */
    public <S> Page<S> map(Function<T, S> form) {
        return with(items.stream().map(form).toList());
    }

    /** The same page with other items. */
    public <S> Page<S> with(List<S> others) {
        return new Page<>(others, next, previous);
    }
}
