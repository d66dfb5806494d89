package social.roost.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.draft.SavedDraftStore.Place;
import social.roost.tweet.Labels;
import social.roost.tweet.Poll;
import social.roost.tweet.PostTweet.Draft;
import social.roost.tweet.ReplyRule;
import social.roost.tweet.Visibility;

/** What every {@link SavedDraftStore} promises, a test for each promise (issue 23.4). */
@Timeout(60)
public abstract class SavedDraftStoreContract {
    private static final int MOST = 3;

    /** The store of this test, empty at first. */
    protected abstract SavedDraftStore store();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void aDraftIsFoundAsItWasSaved() {
        Draft first = new Draft(
                "Which? ☕",
                7L,
                8L,
                Visibility.PUBLIC,
                List.of(1L, 2L),
                new Labels(true, "warning", "pt-BR", ReplyRule.FOLLOWEES),
                new Poll.Draft(List.of("tea", ""), null));
        SavedDraft draft = new SavedDraft("a", 10, List.of(first, new Draft(null, null, null, Visibility.PUBLIC)), 100);
        assertThat(store().put(1, draft, MOST)).isEqualTo(draft);
        assertThat(store().list(1, null, 10)).containsExactly(draft);
        assertThat(store().list(2, null, 10)).isEmpty();
    }

    @Test
    void savingAgainReplacesADraftAndKeepsItsNumber() {
        put(1, "a", 10, 100, "one");
        assertThat(put(1, "a", 11, 200, "two")).isEqualTo(draft("a", 10, 200, "two"));
        assertThat(store().list(1, null, 10)).containsExactly(draft("a", 10, 200, "two"));
    }

    @Test
    void theLastOneSavedIsFirstAndPagesDoNotRepeat() {
        put(1, "a", 10, 100, "a");
        put(1, "b", 11, 100, "b");
        put(1, "c", 12, 50, "c");
        put(2, "d", 13, 500, "d");
        assertThat(names(store().list(1, null, 2))).containsExactly("b", "a");
        assertThat(names(store().list(1, new Place(100, 10), 2))).containsExactly("c");
    }

    @Test
    void aUserHasOnlySoMany() {
        for (int i = 0; i < MOST; i++) {
            assertThat(put(1, "n" + i, i, i, "x")).isNotNull();
        }
        assertThat(put(1, "more", 9, 9, "x")).isNull();
        assertThat(put(1, "n0", 9, 9, "y")).isNotNull();
        assertThat(put(2, "more", 9, 9, "x")).isNotNull();
        store().remove(1, "n1");
        assertThat(put(1, "more", 9, 9, "x")).isNotNull();
    }

    @Test
    void aRemovedDraftIsGone() {
        put(1, "a", 10, 100, "a");
        store().remove(2, "a");
        assertThat(store().list(1, null, 10)).hasSize(1);
        store().remove(1, "a");
        store().remove(1, "a");
        assertThat(store().list(1, null, 10)).isEmpty();
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        put(1, "a", 10, 100, "a");
        crash();
        assertThat(store().list(1, null, 10)).containsExactly(draft("a", 10, 100, "a"));
    }

    private @Nullable SavedDraft put(long user, String name, long number, long at, String text) {
        return store().put(user, draft(name, number, at, text), MOST);
    }

    private static SavedDraft draft(String name, long number, long at, String text) {
        return new SavedDraft(name, number, List.of(Draft.of(text)), at);
    }

    private static List<String> names(List<SavedDraft> drafts) {
        return drafts.stream().map(SavedDraft::name).toList();
    }
}
