package social.roost.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilledTest {
    private final List<Integer> steps = new ArrayList<>();

    @Test
    void aPageOnWhichEveryRowShowsCostsItsRowsAndOneMore() {
        assertThat(fill(3, null, 10, _ -> true)).isEqualTo(new Filled<>(List.of("1", "2", "3"), 3));
        assertThat(steps).containsExactly(4);
    }

    @Test
    void theLastPageHasNoNextThoughItIsFull() {
        assertThat(fill(3, 7, 10, _ -> true)).isEqualTo(new Filled<>(List.of("8", "9", "10"), null));
        assertThat(fill(3, 10, 10, _ -> true)).isEqualTo(new Filled<>(List.of(), null));
    }

    @Test
    void aFewThatDoNotShowAreMadeUpFor() {
        assertThat(fill(3, null, 100, i -> i % 4 == 0)).isEqualTo(new Filled<>(List.of("4", "8", "12"), 12));
        assertThat(steps).containsExactly(4, 8);
    }

    /** SECURITY 7, CASES Q-1. */
    @Test
    void aLongRunOfThoseThatDoNotShowEndsInAShortPageThatLeadsOn() {
        Filled<Integer, String> page = fill(1, null, 100_000, i -> i == 50_000);
        assertThat(page).isEqualTo(new Filled<>(List.of(), 606));
        assertThat(steps).containsExactly(2, 4, 200, 400);
    }

    /** Whatever is visible is on some page, in order and once. */
    @Test
    void pagesLeaveNothingOut() {
        for (int every : List.of(1, 2, 3, 7, 500, 2_000)) {
            List<String> all = new ArrayList<>();
            Integer last = null;
            do {
                Filled<Integer, String> page = fill(5, last, 4_000, i -> i % every == 0);
                all.addAll(page.shown());
                last = page.last();
            } while (last != null);
            assertThat(all)
                    .isEqualTo(IntStream.rangeClosed(1, 4_000)
                            .filter(i -> i % every == 0)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    /** From a list of the numbers from 1 to this size. */
    private Filled<Integer, String> fill(int limit, @Nullable Integer after, int size, IntPredicate shown) {
        return Filled.of(
                limit,
                after,
                (last, rows) -> {
                    steps.add(rows);
                    int from = last == null ? 1 : last + 1;
                    return IntStream.rangeClosed(from, Math.min(size, from + rows - 1))
                            .boxed()
                            .toList();
                },
                rows -> show(rows, shown));
    }

    private static Map<Integer, String> show(List<Integer> rows, IntPredicate shown) {
        Map<Integer, String> showing = new HashMap<>();
        rows.stream().filter(shown::test).forEach(row -> showing.put(row, row.toString()));
        return showing;
    }
}
