package social.roost.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import social.roost.event.BackfillStore.Progress;

/** What every {@link BackfillStore} promises. */
public abstract class BackfillStoreContract {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Progress HALF = new Progress("tweets:12", 500, false);

    protected abstract BackfillStore store();

    protected abstract void crash() throws Exception;

    @Test
    void aNewBackfillIsAtItsBeginning() {
        assertThat(store().takeTurn("search", "one", LONG)).isEqualTo(Progress.NONE);
    }

    @Test
    void whatIsStoredOutlastsACrash() throws Exception {
        store().takeTurn("search", "one", LONG);
        assertThat(store().store("search", "one", HALF, LONG)).isTrue();
        crash();
        assertThat(store().takeTurn("search", "one", LONG)).isEqualTo(HALF);
        assertThat(store().takeTurn("trends", "one", LONG)).isEqualTo(Progress.NONE);
    }

    @Test
    void anyoneCanSeeTheProgress() {
        assertThat(store().find("search")).isEqualTo(Progress.NONE);
        store().takeTurn("search", "one", LONG);
        store().store("search", "one", HALF, LONG);
        assertThat(store().find("search")).isEqualTo(HALF);
        assertThat(store().find("trends")).isEqualTo(Progress.NONE);
    }

    @Test
    void oneProcessHasTheTurn() {
        store().takeTurn("search", "one", LONG);
        assertThat(store().takeTurn("search", "other", LONG)).isNull();
        assertThat(store().store("search", "other", HALF, LONG)).isFalse();
        assertThat(store().takeTurn("search", "one", LONG)).isEqualTo(Progress.NONE);
    }

    @Test
    void anotherProcessTakesOverWhenATurnEnds() throws Exception {
        store().takeTurn("search", "one", LONG);
        store().store("search", "one", HALF, SHORT);
        Await.until(() -> store().takeTurn("search", "other", LONG) != null);
        assertThat(store().store("search", "one", Progress.NONE, LONG)).isFalse();
        store().endTurn("search", "one");
        assertThat(store().takeTurn("search", "one", LONG)).isNull();
        store().endTurn("search", "other");
        Await.until(() -> HALF.equals(store().takeTurn("search", "one", LONG)));
    }

    @Test
    void whoeverAsksLearnsThatABackfillIsDone() {
        Progress done = new Progress("tweets:12", 1_000, true);
        store().takeTurn("search", "one", LONG);
        store().store("search", "one", done, LONG);
        assertThat(store().takeTurn("search", "other", LONG)).isEqualTo(done);
        assertThat(store().store("search", "other", Progress.NONE, LONG)).isFalse();
    }
}
