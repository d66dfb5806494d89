package social.roost.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link PinStore} promises, a test for each promise (issue 23.4). */
@Timeout(60)
public abstract class PinStoreContract {

    /** The store of this test, empty at first. */
    protected abstract PinStore store();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void aUserHasTheTweetPinnedLast() {
        assertThat(store().find(1)).isNull();
        store().pin(1, 10);
        store().pin(2, 20);
        store().pin(1, 11);
        store().pin(1, 11);
        assertThat(store().find(1)).isEqualTo(11);
        assertThat(store().find(2)).isEqualTo(20);
    }

    @Test
    void onlyThePinnedTweetIsUnpinned() {
        store().pin(1, 10);
        store().unpin(1, 11);
        store().unpin(2, 10);
        assertThat(store().find(1)).isEqualTo(10);
        store().unpin(1, 10);
        store().unpin(1, 10);
        assertThat(store().find(1)).isNull();
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        store().pin(1, 10);
        crash();
        assertThat(store().find(1)).isEqualTo(10);
    }
}
