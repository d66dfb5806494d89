package social.roost.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The content of a page of a list in which some rows may be hidden.
 *
 * <p>The rows decide whether there is more, not how many of them are visible: a page may be short, or empty, and have a
 * next one.
 *
 * @param shown in the order of their rows, at most as many as fit on the page
 * @param last the row after which the next page starts; null at the end of the list
 */
public record Filled<R, S>(List<S> shown, @Nullable R last) {

    /**
     * Reads rows until the page is full, the list ends or {@link ReadSteps} allows no more.
     *
     * @param after the row after which the page starts; null for the first page
     * @param show the visible ones of these rows, by row
     */
    public static <R, S> Filled<R, S> of(
            int limit, @Nullable R after, Rows<R> rows, Function<List<R>, Map<R, S>> show) {
        List<S> shown = new ArrayList<>(limit);
        ReadSteps steps = new ReadSteps(limit + 1);
        R last = after;
        boolean more = true;
        while (more && shown.size() < limit && steps.hasNext()) {
            int step = steps.next();
            List<R> read = rows.after(last, step);
            more = read.size() == step;
            Map<R, S> showing = show.apply(read);
            for (R row : read) {
                if (shown.size() == limit) {
                    more = true;
                    break;
                }
                last = row;
                S what = showing.get(row);
                if (what != null) {
                    shown.add(what);
                }
            }
        }
        return new Filled<>(shown, more ? last : null);
    }

    /** The rows of a list after one, or its first for null: fewer than the limit only at the end of the list. */
    @FunctionalInterface
    public interface Rows<R> {
        List<R> after(@Nullable R last, int limit);
    }
}
