package social.roost.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.roost.draft.ScheduledTweet.Failure;
import social.roost.draft.ScheduledTweetStore.Added;
import social.roost.draft.ScheduledTweetStore.Leased;
import social.roost.draft.ScheduledTweetStore.Place;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.Labels;
import social.roost.tweet.Poll;
import social.roost.tweet.PostTweet.Draft;
import social.roost.tweet.ReplyRule;
import social.roost.tweet.Visibility;

/** What every {@link ScheduledTweetStore} promises, a test for each promise (issue 23.4). */
@Timeout(60)
public abstract class ScheduledTweetStoreContract {
    private static final int MOST = 5;
    private static final int RACERS = 20;
    private static final Failure FAILURE = new Failure("blocked", "You cannot do this.");

    /** The store of this test, empty at first. */
    protected abstract ScheduledTweetStore store();

    /** Makes the store continue with what a crash now would leave. */
    protected abstract void crash() throws Exception;

    @Test
    void aTweetIsFoundAsItWasScheduled() {
        Draft draft = new Draft(
                "Which? ☕",
                7L,
                8L,
                Visibility.PUBLIC,
                List.of(1L, 2L),
                new Labels(true, "warning", "pt-BR", ReplyRule.FOLLOWEES),
                new Poll.Draft(List.of("tea", "coffee"), 300L));
        ScheduledTweet tweet = new ScheduledTweet(10, 1, 100, draft, 0, null);
        assertThat(store().add(tweet, null, MOST)).isEqualTo(new Added.Stored());
        assertThat(store().find(1, 10)).isEqualTo(tweet);
        assertThat(store().find(10)).isEqualTo(tweet);
        assertThat(store().find(2, 10)).isNull();
        assertThat(store().find(11)).isNull();
    }

    @Test
    void thoseDueFirstAreListedFirstAndPagesDoNotRepeat() {
        add(10, 1, 300);
        add(11, 1, 100);
        add(12, 1, 300);
        add(13, 2, 200);
        assertThat(ids(store().list(1, null, 2))).containsExactly(11L, 10L);
        assertThat(ids(store().list(1, new Place(300, 10), 2))).containsExactly(12L);
    }

    @Test
    void aRepeatedRequestSchedulesNothing() {
        IdempotencyKey key = key("k", "request");
        assertThat(store().add(tweet(10, 1, 100), key, MOST)).isEqualTo(new Added.Stored());
        assertThat(store().add(tweet(11, 1, 100), key, MOST)).isEqualTo(new Added.Repeated(tweet(10, 1, 100)));
        assertThat(store().add(tweet(12, 1, 100), key("k", "other"), MOST)).isEqualTo(new Added.KeyReused());
        assertThat(store().add(tweet(13, 2, 100), key("k", "other"), MOST)).isEqualTo(new Added.Stored());
        assertThat(ids(store().list(1, null, 10))).containsExactly(10L);
    }

    @Test
    void ofManyEqualRequestsAtOnceOneSchedules() {
        IdempotencyKey key = key("k", "request");
        List<Added> added = LongStream.range(0, RACERS)
                .parallel()
                .mapToObj(i -> store().add(tweet(10 + i, 1, 100), key, MOST))
                .toList();
        List<ScheduledTweet> listed = store().list(1, null, 10);
        assertThat(listed).hasSize(1);
        assertThat(added).filteredOn(each -> each instanceof Added.Stored).hasSize(1);
        assertThat(added)
                .filteredOn(each -> !(each instanceof Added.Stored))
                .containsOnly(new Added.Repeated(listed.getFirst()));
    }

    @Test
    void aUserHasOnlySoMany() {
        for (int i = 0; i < MOST; i++) {
            add(10 + i, 1, 100);
        }
        assertThat(store().add(tweet(20, 1, 100), null, MOST)).isEqualTo(new Added.Full());
        assertThat(store().add(tweet(21, 2, 100), null, MOST)).isEqualTo(new Added.Stored());
    }

    @Test
    void anEditReplacesTheRevisionBefore() {
        add(10, 1, 100);
        ScheduledTweet edited = tweet(10, 1, 100).edited(Draft.of("better"), 200);
        assertThat(store().edit(edited)).isTrue();
        assertThat(store().edit(edited)).isFalse();
        assertThat(store().find(10)).isEqualTo(edited);
        assertThat(store().edit(tweet(11, 1, 100).edited(Draft.of("x"), 200))).isFalse();
    }

    @Test
    void aTweetIsLeasedByOneAtATimeOnceItIsDue() {
        add(10, 1, 100);
        assertThat(store().lease(99, 130, 10)).isEmpty();
        assertThat(store().lease(100, 130, 10)).containsExactly(new Leased(tweet(10, 1, 100), 100));
        assertThat(store().lease(129, 160, 10)).isEmpty();
        assertThat(store().lease(130, 160, 10)).containsExactly(new Leased(tweet(10, 1, 100), 100));
    }

    @Test
    void ofManyProcessesOneGetsTheLease() {
        LongStream.range(10, 15).forEach(id -> add(id, 1, 100));
        List<Long> leased = IntStream.range(0, RACERS)
                .parallel()
                .mapToObj(_ -> store().lease(100, 130, 10))
                .flatMap(List::stream)
                .map(each -> each.tweet().id())
                .toList();
        assertThat(leased).containsExactlyInAnyOrder(10L, 11L, 12L, 13L, 14L);
    }

    @Test
    void onceItIsBeingPostedItIsNeitherEditedNorRemoved() {
        add(10, 1, 100);
        assertThat(store().lease(100, 130, 10)).hasSize(1);
        assertThat(store().edit(tweet(10, 1, 100).edited(Draft.of("x"), 500))).isFalse();
        assertThat(store().remove(1, 10)).isFalse();
        assertThat(store().find(10)).isEqualTo(tweet(10, 1, 100));
        store().posted(10);
        store().posted(10);
        assertThat(store().find(10)).isNull();
        assertThat(store().lease(900, 930, 10)).isEmpty();
    }

    @Test
    void whatIsEditedUntilTheLeaseIsPosted() {
        add(10, 1, 100);
        assertThat(store().edit(tweet(10, 1, 100).edited(Draft.of("better"), 100)))
                .isTrue();
        assertThat(store().lease(100, 130, 10).getFirst().tweet().draft()).isEqualTo(Draft.of("better"));
    }

    @Test
    void aTweetThatFailedWaitsForItsAuthor() {
        add(10, 1, 100);
        assertThat(store().lease(100, 130, 10)).hasSize(1);
        store().failed(10, FAILURE);
        assertThat(store().find(10)).extracting(ScheduledTweet::failure).isEqualTo(FAILURE);
        assertThat(store().lease(900, 930, 10)).isEmpty();
        ScheduledTweet again = tweet(10, 1, 100).edited(Draft.of("x"), 950);
        assertThat(store().edit(again)).isTrue();
        assertThat(store().find(10)).isEqualTo(again);
        assertThat(store().lease(950, 980, 10)).containsExactly(new Leased(again, 950));
        store().failed(10, FAILURE);
        assertThat(store().remove(1, 10)).isTrue();
        assertThat(store().find(10)).isNull();
    }

    @Test
    void onlyItsAuthorRemovesATweet() {
        add(10, 1, 100);
        assertThat(store().remove(2, 10)).isFalse();
        assertThat(store().remove(1, 10)).isTrue();
        assertThat(store().remove(1, 10)).isFalse();
    }

    @Test
    void whatWasAcknowledgedOutlivesACrash() throws Exception {
        add(10, 1, 100);
        add(11, 1, 200);
        assertThat(store().lease(100, 130, 10)).hasSize(1);
        crash();
        assertThat(store().remove(1, 10)).isFalse();
        assertThat(store().lease(129, 160, 10)).isEmpty();
        assertThat(ids(store().list(1, null, 10))).containsExactly(10L, 11L);
    }

    private void add(long id, long user, long dueAt) {
        assertThat(store().add(tweet(id, user, dueAt), null, MOST)).isEqualTo(new Added.Stored());
    }

    private static ScheduledTweet tweet(long id, long user, long dueAt) {
        return new ScheduledTweet(id, user, dueAt, Draft.of("tweet"), 0, null);
    }

    private static IdempotencyKey key(String name, String request) {
        return IdempotencyKey.of(name, request.getBytes(StandardCharsets.UTF_8), 1);
    }

    private static List<Long> ids(List<ScheduledTweet> tweets) {
        return tweets.stream().map(ScheduledTweet::id).toList();
    }
}
