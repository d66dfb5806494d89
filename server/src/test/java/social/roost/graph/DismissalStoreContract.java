package social.roost.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link DismissalStore} promises, a test for each promise (issue 18.4). */
@Timeout(60)
public abstract class DismissalStoreContract {

    /** The store of this test, empty at first. */
    protected abstract DismissalStore store();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void dismissedUsersAreThoseOfOneUser() {
        store().dismiss(1, 9, 100);
        store().dismiss(1, 4, 200);
        store().dismiss(2, 5, 300);
        assertThat(store().dismissed(1)).containsExactly(4, 9);
        assertThat(store().dismissed(2)).containsExactly(5);
        assertThat(store().dismissed(3)).isEmpty();
    }

    @Test
    void aRepetitionChangesNothing() {
        store().dismiss(1, 9, 100);
        store().dismiss(1, 9, 200);
        assertThat(store().dismissed(1)).containsExactly(9);
    }

    @Test
    void theNewestAreKept() {
        int more = 3;
        LongStream.rangeClosed(1, DismissalStore.KEPT + more).forEach(other -> store().dismiss(1, other, other));
        assertThat(store().dismissed(1))
                .isEqualTo(LongStream.rangeClosed(1 + more, DismissalStore.KEPT + more)
                        .toArray());
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        store().dismiss(1, 9, 100);
        crash();
        assertThat(store().dismissed(1)).containsExactly(9);
    }
}
