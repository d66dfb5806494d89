package social.roost.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Scans;
import social.roost.base.Together;
import social.roost.event.Event.TweetEdited;
import social.roost.event.EventLog;
import social.roost.event.HeardEvents;
import social.roost.tweet.text.Entities;
import social.roost.tweet.text.ParsedText;
import social.roost.tweet.text.TweetText;

/** What every {@link TweetStore} promises of edits, a test for each promise (SPEC N3). */
@Timeout(60)
public abstract class TweetEditsContract {
    private static final long ALICE = 10;
    private static final long NOON = 1_800_000_000_000L;

    /** The store of this test, empty at first. */
    protected abstract TweetStore store();

    /** The log that receives the store's events. */
    protected abstract EventLog events();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void anEditReplacesTheTextAndKeepsTheEarlierVersions() {
        Tweet posted = tweet(7);
        store().post(posted, null);
        HeardEvents heard = new HeardEvents(events());
        Tweet first = edited(posted, 1, "Hello @bob #été");
        Tweet second = edited(first, 2, "Hello");
        assertThat(store().edit(first)).isTrue();
        assertThat(store().find(new long[] {7})).isEqualTo(Map.of(7L, first));
        assertThat(store().edit(second)).isTrue();
        assertThat(store().find(new long[] {7})).isEqualTo(Map.of(7L, second));
        assertThat(store().findPosted(7)).isEqualTo(second);
        assertThat(Scans.all(store()::scan, 10)).containsExactly(second);
        assertThat(store().revisions(7)).containsExactly(Revision.of(posted), Revision.of(first), Revision.of(second));
        assertThat(store().newest(new long[] {ALICE}, Long.MAX_VALUE, 10)).containsExactly(7);
        assertThat(store().counts(new long[] {ALICE}).getOrDefault(ALICE, 0L)).isEqualTo(1);
        assertThat(heard.all()).containsExactly(new TweetEdited(7, ALICE), new TweetEdited(7, ALICE));
    }

    @Test
    void anEditOfAThreadReplacesTheTextOfOneTweet() {
        Tweet first = tweet(7);
        Tweet next =
                new Tweet(8, ALICE, "2", Entities.NONE, new References(7L, ALICE, null, null), 7, Visibility.PUBLIC);
        store().post(List.of(first, next), null);
        assertThat(store().edit(edited(next, 1, "two"))).isTrue();
        assertThat(store().find(new long[] {7, 8})).isEqualTo(Map.of(7L, first, 8L, edited(next, 1, "two")));
        assertThat(store().revisions(8)).extracting(Revision::content).containsExactly("2", "two");
        assertThat(store().revisions(7)).containsExactly(Revision.of(first));
    }

    @Test
    void onlyTheNextVersionOfAnExistingTweetIsAnEdit() {
        Tweet posted = tweet(7);
        store().post(posted, null);
        HeardEvents heard = new HeardEvents(events());
        assertThat(store().edit(edited(posted, 2, "two"))).isFalse();
        assertThat(store().edit(edited(tweet(8), 1, "unknown"))).isFalse();
        assertThat(store().edit(edited(posted, 1, "one"))).isTrue();
        assertThat(store().edit(edited(posted, 1, "other"))).isFalse();
        assertThat(store().find(new long[] {7, 8})).isEqualTo(Map.of(7L, edited(posted, 1, "one")));
        assertThat(heard.all()).containsExactly(new TweetEdited(7, ALICE));
    }

    @Test
    void ofSeveralEditsOfOneVersionOneTakesPlace() throws Exception {
        Tweet posted = tweet(7);
        store().post(posted, null);
        HeardEvents heard = new HeardEvents(events());
        for (int round = 1; round <= 5; round++) {
            int number = round;
            List<Boolean> done = Together.call(8, i -> store().edit(edited(posted, number, number + "-" + i)));
            assertThat(done).containsOnlyOnce(true);
            assertThat(store().find(new long[] {7}).values())
                    .extracting(Tweet::content)
                    .containsExactly(number + "-" + done.indexOf(true));
            assertThat(store().revisions(7)).hasSize(number + 1);
        }
        assertThat(heard.all()).hasSize(5).containsOnly(new TweetEdited(7, ALICE));
    }

    @Test
    void aDeletedTweetIsNotEditedAndItsEarlierTextsAreGone() {
        Tweet posted = tweet(7);
        store().post(posted, null);
        store().edit(edited(posted, 1, "one"));
        assertThat(store().delete(7, NOON)).isTrue();
        assertThat(store().edit(edited(posted, 2, "two"))).isFalse();
        assertThat(store().find(new long[] {7})).isEmpty();
        assertThat(store().revisions(7)).isEmpty();
        assertThat(store().findPosted(7)).isEqualTo(edited(posted, 1, "one"));
        assertThat(store().revisions(9)).isEmpty();
    }

    @Test
    void anEditDoesNotBringADeletedTweetBack() throws Exception {
        for (long id = 1; id <= 10; id++) {
            Tweet posted = tweet(id);
            store().post(posted, null);
            List<Boolean> done = Together.call(
                    2, i -> i == 0 ? store().delete(posted.id(), NOON) : store().edit(edited(posted, 1, "x")));
            assertThat(done.getFirst()).isTrue();
            assertThat(store().find(new long[] {id})).isEmpty();
            assertThat(store().revisions(id)).isEmpty();
            assertThat(store().findPosted(id)).isEqualTo(done.getLast() ? edited(posted, 1, "x") : posted);
        }
        assertThat(store().counts(new long[] {ALICE}).getOrDefault(ALICE, 0L)).isZero();
    }

    @Test
    void anEditSurvivesACrash() throws Exception {
        Tweet posted = tweet(7);
        store().post(posted, null);
        assertThat(store().edit(edited(posted, 1, "one"))).isTrue();
        crash();
        assertThat(store().find(new long[] {7})).containsValue(edited(posted, 1, "one"));
        assertThat(store().revisions(7)).hasSize(2);
    }

    private static Tweet tweet(long id) {
        return new Tweet(id, ALICE, "hello", Entities.NONE, References.NONE, id, Visibility.PUBLIC);
    }

    private static Tweet edited(Tweet tweet, int number, String text) {
        ParsedText parsed = TweetText.parse(text);
        Labels labels = Labels.of(number % 2 == 1, number % 2 == 1 ? "careful" : null, "en");
        return tweet.edited(
                parsed, labels, new Edition(number, NOON + number, number == 2 ? List.of("bob", "c_d") : List.of()));
    }
}
