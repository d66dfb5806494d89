package social.roost.mute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link ConversationMuteStore} promises, a test for each promise (issue 23.5). */
@Timeout(60)
public abstract class ConversationMuteStoreContract {

    /** The store of this test, empty at first. */
    protected abstract ConversationMuteStore store();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void aMuteIsThatOfOneUserUntilItIsTakenBack() {
        assertThat(store().isMuted(1, 10)).isFalse();
        store().mute(1, 10, 100);
        store().mute(1, 10, 200);
        store().mute(1, 11, 300);
        assertThat(store().isMuted(1, 10)).isTrue();
        assertThat(store().isMuted(2, 10)).isFalse();
        assertThat(store().list(1)).containsExactly(11L, 10L);
        store().unmute(1, 10);
        store().unmute(1, 10);
        assertThat(store().isMuted(1, 10)).isFalse();
        assertThat(store().list(1)).containsExactly(11L);
        assertThat(store().list(2)).isEmpty();
    }

    @Test
    void theNewestAreKept() {
        LongStream.rangeClosed(1, ConversationMuteStore.KEPT + 2).forEach(i -> store().mute(1, i, i));
        assertThat(store().list(1)).hasSize(ConversationMuteStore.KEPT).doesNotContain(1L, 2L);
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        store().mute(1, 10, 100);
        crash();
        assertThat(store().isMuted(1, 10)).isTrue();
    }
}
