package social.roost.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import social.roost.base.Together;
import social.roost.event.Event;
import social.roost.event.EventLog;
import social.roost.event.HeardEvents;
import social.roost.tweet.EngagementStore.Marked;
import social.roost.tweet.text.Entities;

/** What every {@link EngagementStore} promises, a test for each promise (SPEC A4, C3). */
@Timeout(60)
public abstract class EngagementStoreContract {
    private static final long ALICE = 10;
    private static final long BOB = 11;
    private static final long CAROL = 12;
    private static final long NOON = 1_800_000_000_000L;

    /** The store of this test, empty at first. */
    protected abstract EngagementStore store();

    /** The tweets that are counted. */
    protected abstract TweetStore tweets();

    /** The log that receives the stores' events. */
    protected abstract EventLog events();

    /** Makes the stores continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    /** Waits until background counting is done. */
    protected abstract void settle() throws InterruptedException;

    /** Makes the counts of a tweet wrong. */
    protected abstract void falsify(long tweetId);

    @ParameterizedTest
    @EnumSource
    void aMarkIsThereOnceUntilItIsTakenOff(Mark mark) {
        assertThat(store().add(mark, BOB, 7, NOON)).isTrue();
        assertThat(store().add(mark, BOB, 7, NOON + 5)).isFalse();
        assertThat(store().marked(mark, BOB, 10)).containsExactly(7);
        assertThat(store().listMarked(mark, BOB, null, 10)).containsExactly(new Marked(7, NOON));
        assertThat(store().remove(mark, BOB, 7)).isTrue();
        assertThat(store().remove(mark, BOB, 7)).isFalse();
        assertThat(store().remove(mark, BOB, 8)).isFalse();
        assertThat(store().marked(mark, BOB, 10)).isEmpty();
        assertThat(store().listMarked(mark, BOB, null, 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void marksOfOneKindAndUserAreNotThoseOfAnother(Mark mark) {
        store().add(mark, BOB, 7, NOON);
        for (Mark other : Mark.values()) {
            assertThat(store().marked(other, BOB, 10)).hasSize(other == mark ? 1 : 0);
            assertThat(store().marked(other, ALICE, 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aUsersMarksAreKnownByTweetAndListedByTime(Mark mark) {
        store().add(mark, BOB, 5, NOON + 3);
        store().add(mark, BOB, 7, NOON + 1);
        store().add(mark, BOB, 9, NOON + 2);
        store().add(mark, BOB, 6, NOON + 2);
        assertThat(store().marked(mark, BOB, 3)).containsExactly(9, 7, 6);
        assertThat(store().markedAmong(mark, BOB, new long[] {4, 5, 9})).containsExactlyInAnyOrder(5, 9);
        List<Marked> first = store().listMarked(mark, BOB, null, 2);
        assertThat(first).containsExactly(new Marked(5, NOON + 3), new Marked(9, NOON + 2));
        assertThat(store().listMarked(mark, BOB, first.getLast(), 5))
                .containsExactly(new Marked(6, NOON + 2), new Marked(7, NOON + 1));
    }

    @Test
    void marksComeWithTheirEvents() {
        HeardEvents heard = new HeardEvents(events());
        store().add(Mark.LIKE, BOB, 7, NOON);
        store().remove(Mark.LIKE, BOB, 7);
        store().add(Mark.BOOKMARK, BOB, 7, NOON);
        store().remove(Mark.BOOKMARK, BOB, 7);
        assertThat(heard.all())
                .contains(
                        new Event.TweetLiked(7, BOB),
                        new Event.TweetUnliked(7, BOB),
                        new Event.TweetBookmarked(7, BOB),
                        new Event.TweetUnbookmarked(7, BOB));
    }

    @ParameterizedTest
    @EnumSource
    void thoseWhoMarkATweetAreListedTheLatestFirst(Mark mark) throws Exception {
        store().add(mark, ALICE, 7, NOON + 1);
        store().add(mark, BOB, 7, NOON + 2);
        store().add(mark, CAROL, 7, NOON + 2);
        store().add(mark, ALICE, 8, NOON + 3);
        settle();
        List<Marked> first = store().listMarkers(mark, 7, null, 2);
        assertThat(first).containsExactly(new Marked(CAROL, NOON + 2), new Marked(BOB, NOON + 2));
        assertThat(store().listMarkers(mark, 7, first.getLast(), 2)).containsExactly(new Marked(ALICE, NOON + 1));
        store().remove(mark, BOB, 7);
        store().remove(mark, ALICE, 7);
        store().add(mark, ALICE, 7, NOON + 4);
        settle();
        assertThat(store().listMarkers(mark, 7, null, 9))
                .containsExactly(new Marked(ALICE, NOON + 4), new Marked(CAROL, NOON + 2));
    }

    /** SECURITY 7. */
    @ParameterizedTest
    @EnumSource
    void marksOfManyAreTakenOffTogether(Mark mark) throws Exception {
        HeardEvents heard = new HeardEvents(events());
        for (long user : new long[] {ALICE, BOB, CAROL}) {
            store().add(mark, user, 7, NOON);
        }
        store().add(mark, BOB, 8, NOON);
        assertThat(store().removeAll(mark, 7, new long[] {ALICE, BOB, 99})).isEqualTo(2);
        assertThat(store().removeAll(mark, 7, new long[] {ALICE, BOB})).isZero();
        settle();
        assertThat(store().listMarkers(mark, 7, null, 9)).extracting(Marked::id).containsExactly(CAROL);
        assertThat(store().marked(mark, BOB, 9)).containsExactly(8);
        assertThat(counts(7).likes()).isEqualTo(mark == Mark.LIKE ? 1 : 0);
        assertThat(heard.all())
                .contains(mark == Mark.LIKE ? new Event.TweetUnliked(7, BOB) : new Event.TweetUnbookmarked(7, BOB));
        assertThat(store().recount()).isEmpty();
    }

    @Test
    void countsEqualWhatIsThere() throws Exception {
        store().add(Mark.LIKE, ALICE, 7, NOON);
        store().add(Mark.LIKE, BOB, 7, NOON);
        store().add(Mark.LIKE, BOB, 7, NOON);
        store().add(Mark.BOOKMARK, CAROL, 7, NOON);
        store().remove(Mark.LIKE, ALICE, 7);
        tweets().post(Tweet.retweet(20, BOB, 7), null);
        tweets().post(Tweet.retweet(21, CAROL, 7), null);
        tweets().post(Tweet.retweet(22, CAROL, 7), null);
        tweets().post(about(30, new References(7L, ALICE, null, null)), null);
        tweets().post(about(31, new References(7L, ALICE, null, null)), null);
        tweets().post(about(32, new References(7L, ALICE, null, null)), null);
        tweets().post(about(33, new References(8L, ALICE, 7L, null)), null);
        tweets().delete(31, NOON);
        tweets().delete(31, NOON);
        settle();
        assertThat(store().counts(new long[] {7, 8, 9}))
                .containsEntry(7L, new Counts(1, 2, 2, 1))
                .containsEntry(8L, new Counts(0, 0, 1, 0));
        tweets().delete(20, NOON);
        tweets().delete(33, NOON);
        settle();
        assertThat(counts(7)).isEqualTo(new Counts(1, 1, 2, 0));
        assertThat(counts(8)).isEqualTo(Counts.NONE);
        assertThat(store().recount()).isEmpty();
    }

    @Test
    void countsEqualTheMarksHoweverTheyAreRaced() throws Exception {
        Random random = new Random(5);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            long user = 100L + random.nextInt(8);
            long tweet = 7L + random.nextInt(2);
            boolean like = random.nextBoolean();
            calls.add(() -> like ? store().add(Mark.LIKE, user, tweet, NOON) : store().remove(Mark.LIKE, user, tweet));
        }
        Together.callAll(calls);
        settle();
        for (long tweet : new long[] {7, 8}) {
            long[] likers = LongStream.range(100, 108)
                    .filter(user -> store().markedAmong(Mark.LIKE, user, new long[] {tweet}).length == 1)
                    .toArray();
            assertThat(counts(tweet).likes()).isEqualTo(likers.length);
            assertThat(store().listMarkers(Mark.LIKE, tweet, null, 100).stream().mapToLong(Marked::id))
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.of(likers).boxed().toList());
        }
        assertThat(store().recount()).isEmpty();
    }

    @Test
    void aRecountTellsWhatWasWrongAndSetsItRight() throws Exception {
        store().add(Mark.LIKE, ALICE, 7, NOON);
        store().add(Mark.LIKE, ALICE, 8, NOON);
        tweets().post(about(30, new References(7L, ALICE, null, null)), null);
        settle();
        falsify(7);
        assertThat(counts(7)).isNotEqualTo(new Counts(1, 0, 1, 0));
        assertThat(store().recount()).singleElement().satisfies(drift -> {
            assertThat(drift.tweetId()).isEqualTo(7);
            assertThat(drift.rows()).isEqualTo(new Counts(1, 0, 1, 0));
        });
        assertThat(counts(7)).isEqualTo(new Counts(1, 0, 1, 0));
        assertThat(store().recount()).isEmpty();
    }

    @Test
    void whatReturnedIsThereAfterACrash() throws Exception {
        store().add(Mark.LIKE, ALICE, 7, NOON);
        store().add(Mark.LIKE, BOB, 7, NOON);
        store().remove(Mark.LIKE, BOB, 7);
        crash();
        settle();
        assertThat(store().marked(Mark.LIKE, ALICE, 5)).containsExactly(7);
        assertThat(store().marked(Mark.LIKE, BOB, 5)).isEmpty();
        assertThat(counts(7)).isEqualTo(new Counts(1, 0, 0, 0));
    }

    @Test
    void manyAreAskedForTogether() throws Exception {
        long[] tweets = LongStream.rangeClosed(1, 1_200).toArray();
        store().add(Mark.LIKE, BOB, 1_100, NOON);
        settle();
        assertThat(store().markedAmong(Mark.LIKE, BOB, tweets)).containsExactly(1_100);
        assertThat(store().counts(tweets)).isEqualTo(Map.of(1_100L, new Counts(1, 0, 0, 0)));
    }

    private Counts counts(long tweetId) {
        return store().counts(new long[] {tweetId}).getOrDefault(tweetId, Counts.NONE);
    }

    private static Tweet about(long id, References references) {
        return new Tweet(id, BOB, "tweet " + id, Entities.NONE, references, 7, Visibility.PUBLIC);
    }
}
