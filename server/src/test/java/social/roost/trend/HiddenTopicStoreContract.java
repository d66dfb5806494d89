package social.roost.trend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.trend.HiddenTopicStore.Decision;

/** What every {@link HiddenTopicStore} promises, a test for each promise (issue 21.3). */
@Timeout(60)
public abstract class HiddenTopicStoreContract {
    private static final Decision HIDDEN = new Decision("#cats", true, "spam", 100);
    private static final Decision SHOWN = new Decision("#cats", false, "a mistake", 100);
    private static final Decision OTHER = new Decision("big storm", true, "insults", 50);

    /** The store of this test, empty at first. */
    protected abstract HiddenTopicStore store();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void theLastDecisionAboutATopicIsValid() {
        assertThat(store().hidden()).isEmpty();
        store().decide(HIDDEN);
        store().decide(OTHER);
        assertThat(store().hidden()).containsExactlyInAnyOrder("#cats", "big storm");
        store().decide(SHOWN);
        assertThat(store().hidden()).containsExactly("big storm");
        store().decide(HIDDEN);
        assertThat(store().hidden()).containsExactlyInAnyOrder("#cats", "big storm");
    }

    @Test
    void allDecisionsAreKeptTheNewestFirst() {
        store().decide(HIDDEN);
        store().decide(SHOWN);
        store().decide(OTHER);
        assertThat(store().decisions(10)).containsExactly(OTHER, SHOWN, HIDDEN);
        assertThat(store().decisions(2)).containsExactly(OTHER, SHOWN);
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        store().decide(HIDDEN);
        crash();
        assertThat(store().hidden()).containsExactly("#cats");
        assertThat(store().decisions(10)).containsExactly(HIDDEN);
    }
}
