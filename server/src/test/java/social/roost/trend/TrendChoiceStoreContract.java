package social.roost.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link TrendChoiceStore} promises, a test for each promise (issue 21.3). */
@Timeout(60)
public abstract class TrendChoiceStoreContract {

    /** The store of this test, empty at first. */
    protected abstract TrendChoiceStore store();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void aUserHasTheLocationChosenLast() {
        assertThat(store().location(1)).isEmpty();
        store().setLocation(1, "DE");
        store().setLocation(1, "FR");
        store().setLocation(2, "JP");
        assertThat(store().location(1)).isEqualTo("FR");
        store().setLocation(1, "");
        store().setLocation(1, "");
        assertThat(store().location(1)).isEmpty();
        assertThat(store().location(2)).isEqualTo("JP");
    }

    @Test
    void dismissedTopicsAreThoseOfOneUser() {
        store().dismiss(1, "#cats", 100);
        store().dismiss(1, "#cats", 200);
        store().dismiss(1, "big storm", 300);
        store().dismiss(2, "#dogs", 300);
        assertThat(store().dismissed(1)).containsExactlyInAnyOrder("#cats", "big storm");
        store().restore(1, "#cats");
        store().restore(1, "#cats");
        assertThat(store().dismissed(1)).containsExactly("big storm");
        assertThat(store().dismissed(3)).isEmpty();
    }

    @Test
    void theNewestDismissalsAreKept() {
        IntStream.rangeClosed(1, TrendChoiceStore.KEPT + 2).forEach(i -> store().dismiss(1, "topic " + i, i));
        assertThat(store().dismissed(1))
                .hasSize(TrendChoiceStore.KEPT)
                .doesNotContain("topic 1", "topic 2")
                .contains("topic 3", "topic " + (TrendChoiceStore.KEPT + 2));
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        store().setLocation(1, "DE");
        store().dismiss(1, "#cats", 100);
        crash();
        assertThat(store().location(1)).isEqualTo("DE");
        assertThat(store().dismissed(1)).containsExactly("#cats");
    }
}
