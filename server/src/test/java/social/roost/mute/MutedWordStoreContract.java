package social.roost.mute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Together;
import social.roost.event.Event.MutedWordsChanged;
import social.roost.event.EventLog;
import social.roost.event.HeardEvents;
import social.roost.mute.MutedWord.Scope;

/** What every {@link MutedWordStore} promises, a test for each promise (issue 23.2, N4). */
@Timeout(60)
public abstract class MutedWordStoreContract {

    /** The store of this test, empty at first. */
    protected abstract MutedWordStore store();

    /** The log that receives the store's events. */
    protected abstract EventLog events();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void aReadSeesWhatWasStoredForThisUser() {
        MutedWord word = new MutedWord(1, "猫 \"'\\ 🍎", false, Scope.HOME, 500, 100);
        MutedWord other = new MutedWord(2, "#dogs", true, Scope.EVERYWHERE, MutedWord.FOR_EVER, 200);
        assertThat(store().words(1)).isEmpty();
        store().edit(1, before -> List.of(word, other));
        assertThat(store().words(1)).containsExactly(word, other);
        assertThat(store().words(2)).isEmpty();
        store().edit(1, before -> before.subList(1, 2));
        assertThat(store().words(1)).containsExactly(other);
        store().edit(1, before -> List.of());
        assertThat(store().words(1)).isEmpty();
    }

    @Test
    void anEditThatThrowsChangesNothing() {
        store().edit(1, adding(1));
        assertThatThrownBy(() -> store().edit(1, before -> {
                    throw new IllegalStateException("too many");
                }))
                .hasMessageContaining("too many");
        assertThat(store().words(1)).hasSize(1);
    }

    @Test
    void onlyAChangeHasAnEvent() {
        HeardEvents heard = new HeardEvents(events());
        store().edit(1, before -> before);
        assertThat(heard.all()).isEmpty();
        store().edit(1, adding(1));
        store().edit(1, ArrayList::new);
        assertThat(heard.all()).containsExactly(new MutedWordsChanged(1));
    }

    @Test
    void racingEditsOfOneUserFollowEachOther() throws Exception {
        int edits = 40;
        List<Boolean> _ = Together.call(edits, i -> {
            store().edit(1, adding(i + 1));
            return true;
        });
        assertThat(store().words(1)).extracting(MutedWord::id).hasSize(edits).doesNotHaveDuplicates();
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        store().edit(1, adding(1));
        crash();
        assertThat(store().words(1)).hasSize(1);
    }

    protected static UnaryOperator<List<MutedWord>> adding(long id) {
        return before -> {
            List<MutedWord> after = new ArrayList<>(before);
            after.add(new MutedWord(id, "word " + id, true, Scope.EVERYWHERE, MutedWord.FOR_EVER, id));
            return after;
        };
    }
}
