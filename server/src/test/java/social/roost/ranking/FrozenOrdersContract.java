package social.roost.ranking;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import social.roost.ranking.FrozenOrders.Frozen;

/** The promises of {@link FrozenOrders}. */
@DisplayName("D6: the order of a reading session")
public abstract class FrozenOrdersContract {
    private final long alice = System.nanoTime();

    protected abstract FrozenOrders store();

    @Test
    void theLastOrderIsKept() {
        assertThat(store().of(alice)).isNull();
        store().keep(alice, new Frozen(1, new long[] {7}, new float[] {1}));
        store().keep(alice, new Frozen(-2, new long[] {5, 9, 6}, new float[] {0, 2.5f, 1e-9f}));
        Frozen kept = requireNonNull(store().of(alice));
        assertThat(kept.session()).isEqualTo(-2);
        assertThat(kept.ids()).containsExactly(5, 9, 6);
        assertThat(kept.scores()).containsExactly(0, 2.5f, 1e-9f);
        assertThat(store().of(alice + 1)).isNull();
    }

    @Test
    void anOrderMayBeEmpty() {
        store().keep(alice, new Frozen(3, new long[0], new float[0]));
        assertThat(requireNonNull(store().of(alice)).ids()).isEmpty();
    }
}
