package social.roost.tweet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.base.Together;
import social.roost.event.Event.TweetDeleted;
import social.roost.event.Event.TweetPosted;
import social.roost.event.EventLog;
import social.roost.event.HeardEvents;
import social.roost.tweet.TweetStore.Posted;
import social.roost.tweet.text.Entities;

/** What every {@link TweetStore} promises of replies, quotes and retweets, a test for each promise (SPEC C3, C4, D7). */
@Timeout(60)
public abstract class ReferringTweetsContract {
    private static final long ALICE = 10;
    private static final long BOB = 11;
    private static final long NOON = 1_800_000_000_000L;
    private static final Posted STORED = new Posted.Stored();

    /** The store of this test, empty at first. */
    protected abstract TweetStore store();

    /** The log that receives the store's events. */
    protected abstract EventLog events();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    /** Waits until background counting is done. */
    protected abstract void settle() throws InterruptedException;

    @Test
    void whatATweetIsAboutIsFoundAsItWasStored() {
        Tweet quote =
                new Tweet(9, BOB, "see", Entities.NONE, new References(8L, ALICE, 7L, null), 7, Visibility.PUBLIC);
        Tweet retweet = Tweet.retweet(10, BOB, 7);
        store().post(quote, null);
        store().post(retweet, null);
        assertThat(store().find(new long[] {9, 10})).isEqualTo(Map.of(9L, quote, 10L, retweet));
    }

    @Test
    void tweetsAboutOneAreFoundNewestFirst() {
        post(7, ALICE, References.NONE);
        for (long id = 20; id < 25; id++) {
            post(id, BOB, reply(7, ALICE));
        }
        post(30, BOB, quote(7));
        post(31, ALICE, quote(7));
        store().post(Tweet.retweet(40, BOB, 7), null);
        assertThat(referring(Reference.REPLY, Long.MAX_VALUE, 3)).containsExactly(24, 23, 22);
        assertThat(referring(Reference.REPLY, 22, 3)).containsExactly(21, 20);
        assertThat(referring(Reference.QUOTE, Long.MAX_VALUE, 3)).containsExactly(31, 30);
        assertThat(referring(Reference.RETWEET, Long.MAX_VALUE, 3)).containsExactly(40);
        store().delete(23, NOON);
        store().delete(31, NOON);
        store().delete(40, NOON);
        assertThat(referring(Reference.REPLY, Long.MAX_VALUE, 3)).containsExactly(24, 22, 21);
        assertThat(referring(Reference.QUOTE, Long.MAX_VALUE, 3)).containsExactly(30);
        assertThat(referring(Reference.RETWEET, Long.MAX_VALUE, 3)).isEmpty();
    }

    @Test
    void repliesAreFoundOldestFirstAlsoWhenTheyAreDeleted() {
        for (long id = 20; id < 25; id++) {
            post(id, BOB, reply(7, ALICE));
        }
        store().delete(21, NOON);
        store().delete(22, NOON);
        assertThat(store().replies(7, 0, 10)).containsExactly(20, 21, 22, 23, 24);
        assertThat(store().replies(7, 0, 2)).containsExactly(20, 21);
        assertThat(store().replies(7, 20, 2)).containsExactly(21, 22);
        assertThat(store().replies(20, 0, 10)).isEmpty();
    }

    @Test
    void theFirstRepliesToManyTweetsAreReadAtOnce() {
        for (long id = 20; id < 25; id++) {
            post(id, BOB, reply(7, ALICE));
        }
        post(30, ALICE, reply(20, BOB));
        post(31, ALICE, reply(20, BOB));
        store().delete(21, NOON);
        store().delete(31, NOON);
        Map<Long, long[]> first = store().firstReplies(new long[] {7, 8, 20}, 3);
        assertThat(first.get(7L)).containsExactly(20, 21, 22);
        assertThat(first.get(20L)).containsExactly(30, 31);
        assertThat(first.getOrDefault(8L, new long[0])).isEmpty();
        assertThat(store().firstReplies(new long[0], 3)).isEmpty();
    }

    @Test
    void theFirstRepliesOfAThousandTweetsAreReadAtOnce() throws Exception {
        Together.call(8, thread -> {
            for (long parent = 1_000L + thread; parent < 2_000; parent += 8) {
                post(10_000 + parent, BOB, reply(parent, ALICE));
            }
            return thread;
        });
        Map<Long, long[]> first =
                store().firstReplies(LongStream.range(1_000, 2_000).toArray(), 3);
        assertThat(first).hasSize(1_000);
        first.forEach((parent, ids) -> assertThat(ids).containsExactly(10_000 + parent));
    }

    @Test
    void theFirstReplyOfTheAuthorIsTheThread() {
        post(20, BOB, reply(7, ALICE));
        assertThat(store().threadReply(7)).isNull();
        post(21, ALICE, reply(7, ALICE));
        post(22, ALICE, reply(7, ALICE));
        assertThat(store().threadReply(7)).isEqualTo(21);
        store().delete(21, NOON);
        assertThat(store().threadReply(7)).isEqualTo(22);
    }

    @Test
    void anAuthorHasOneRetweetOfATweet() throws Exception {
        HeardEvents heard = new HeardEvents(events());
        var posted = Together.call(8, thread -> store().post(Tweet.retweet(40 + thread, BOB, 7), null));
        long only = Objects.requireNonNull(store().findRetweet(BOB, 7));
        assertThat(posted).containsOnlyOnce(STORED);
        assertThat(posted).filteredOn(outcome -> !outcome.equals(STORED)).containsOnly(new Posted.Repeated(only));
        assertThat(referring(Reference.RETWEET, Long.MAX_VALUE, 10)).containsExactly(only);
        assertThat(store().counts(new long[] {BOB})).containsEntry(BOB, 1L);
        assertThat(heard.of(BOB)).containsExactly(new TweetPosted(only, BOB));
    }

    @Test
    void aRetweetThatIsTakenBackCanBeMadeAgain() {
        store().post(Tweet.retweet(40, BOB, 7), null);
        HeardEvents heard = new HeardEvents(events());
        assertThat(store().delete(40, NOON)).isTrue();
        assertThat(store().findRetweet(BOB, 7)).isNull();
        assertThat(store().post(Tweet.retweet(41, BOB, 7), null)).isEqualTo(STORED);
        assertThat(store().findRetweet(BOB, 7)).isEqualTo(41);
        assertThat(store().findRetweet(ALICE, 7)).isNull();
        assertThat(heard.of(BOB)).containsExactly(new TweetDeleted(40, BOB), new TweetPosted(41, BOB));
    }

    @Test
    void whatAnAuthorHasRetweetedIsKnown() {
        for (long original = 1; original <= 5; original++) {
            store().post(Tweet.retweet(40 + original, BOB, original), null);
        }
        store().delete(44, NOON);
        assertThat(store().retweeted(BOB, 3)).containsExactly(5, 3, 2);
        assertThat(store().retweeted(ALICE, 3)).isEmpty();
        assertThat(store().retweetedAmong(BOB, new long[] {1, 4, 5, 9})).containsExactlyInAnyOrder(1, 5);
    }

    @Test
    void anAuthorsTweetsAreReadWithoutRepliesToOthers() {
        post(7, ALICE, References.NONE);
        post(8, ALICE, reply(5, BOB));
        post(9, ALICE, reply(7, ALICE));
        post(10, ALICE, quote(5));
        store().post(Tweet.retweet(11, ALICE, 5), null);
        post(12, ALICE, reply(5, BOB));
        store().delete(10, NOON);
        assertThat(store().newestWithoutReplies(ALICE, Long.MAX_VALUE, 10)).containsExactly(11, 9, 7);
        assertThat(store().newestWithoutReplies(ALICE, 11, 1)).containsExactly(9);
        assertThat(store().oldestWithoutReplies(ALICE, 0, 2)).containsExactly(9, 7);
        assertThat(store().newest(new long[] {ALICE}, Long.MAX_VALUE, 10)).containsExactly(12, 11, 9, 8, 7);
    }

    @Test
    void anAuthorsTweetsWithMediaAreReadWithMediaAndLabels() {
        Labels labels = new Labels(true, "Birds", "pt-BR", ReplyRule.FOLLOWEES);
        post(7, ALICE, References.NONE);
        Tweet first = withMedia(8, References.NONE, labels);
        Tweet second = withMedia(9, reply(5, BOB), Labels.NONE);
        store().post(List.of(first), null);
        store().post(List.of(second), null);
        assertThat(store().find(new long[] {8, 9})).isEqualTo(Map.of(8L, first, 9L, second));
        assertThat(store().newestWithMedia(ALICE, Long.MAX_VALUE, 10)).containsExactly(9, 8);
        assertThat(store().newestWithMedia(ALICE, 9, 10)).containsExactly(8);
        assertThat(store().oldestWithMedia(ALICE, 0, 1)).containsExactly(8);
        assertThat(store().newestWithMedia(BOB, Long.MAX_VALUE, 10)).isEmpty();
        store().delete(9, NOON);
        assertThat(store().newestWithMedia(ALICE, Long.MAX_VALUE, 10)).containsExactly(8);
    }

    private static Tweet withMedia(long id, References references, Labels labels) {
        return new Tweet(
                id, ALICE, "", Entities.NONE, references, id, Visibility.PUBLIC, List.of(id + 100, id + 50), labels);
    }

    @Test
    void whatReturnedIsThereAfterACrash() throws Exception {
        post(20, BOB, reply(7, ALICE));
        store().post(Tweet.retweet(40, BOB, 7), null);
        store().post(Tweet.retweet(41, BOB, 8), null);
        store().delete(41, NOON);
        crash();
        assertThat(referring(Reference.REPLY, Long.MAX_VALUE, 10)).containsExactly(20);
        assertThat(store().findRetweet(BOB, 7)).isEqualTo(40);
        assertThat(store().findRetweet(BOB, 8)).isNull();
    }

    private void post(long id, long author, References references) {
        assertThat(store().post(
                                new Tweet(id, author, "tweet " + id, Entities.NONE, references, id, Visibility.PUBLIC),
                                null))
                .isEqualTo(STORED);
    }

    private long[] referring(Reference reference, long before, int limit) {
        return store().referring(reference, 7, before, limit);
    }

    private static References reply(long tweet, long author) {
        return new References(tweet, author, null, null);
    }

    private static References quote(long tweet) {
        return new References(null, null, tweet, null);
    }
}
