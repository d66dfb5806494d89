package social.roost.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link HiddenReplyStore} promises, a test for each promise (issue 23.5). */
@Timeout(60)
public abstract class HiddenReplyStoreContract {

    /** The store of this test, empty at first. */
    protected abstract HiddenReplyStore store();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void hiddenRepliesAreFoundByTheTweetAboveThem() {
        assertThat(store().hidden(new long[] {1, 2})).isEmpty();
        store().hide(1, 12, 100);
        store().hide(1, 12, 200);
        store().hide(1, 11, 300);
        store().hide(2, 13, 300);
        assertThat(store().hidden(new long[] {1, 2, 3})).containsOnlyKeys(1L, 2L);
        assertThat(store().hidden(new long[] {1}).get(1L)).containsExactly(11, 12);
        store().show(1, 12);
        store().show(1, 12);
        store().show(2, 13);
        assertThat(store().hidden(new long[] {1, 2})).containsOnlyKeys(1L);
    }

    @Test
    void theNewestAreKept() {
        LongStream.rangeClosed(1, HiddenReplyStore.KEPT + 2).forEach(i -> store().hide(1, i, i));
        assertThat(store().hidden(new long[] {1}).get(1L))
                .hasSize(HiddenReplyStore.KEPT)
                .doesNotContain(1, 2);
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        store().hide(1, 11, 100);
        crash();
        assertThat(store().hidden(new long[] {1})).containsOnlyKeys(1L);
    }
}
