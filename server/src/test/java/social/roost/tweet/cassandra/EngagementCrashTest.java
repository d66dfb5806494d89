package social.roost.tweet.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static social.roost.tweet.cassandra.TweetStage.ALICE;
import static social.roost.tweet.cassandra.TweetStage.NOON;
import static social.roost.tweet.cassandra.TweetStage.idBefore;
import static social.roost.tweet.cassandra.TweetStage.tweet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.driver.cassandra.CassandraStage.Crash;
import social.roost.event.Event;
import social.roost.event.EventConsumer;
import social.roost.event.cassandra.CassandraOutbox;
import social.roost.event.sql.SqliteStage;
import social.roost.tweet.Counts;
import social.roost.tweet.EngagementStore.Marked;
import social.roost.tweet.Mark;
import social.roost.tweet.Reference;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore.Posted;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;

/** Interrupted, reordered and repeated changes leave sets, lists and counts that agree (SPEC A4, C3). */
class EngagementCrashTest extends OnTweetStage {
    private static final long BOB = 11;
    private static final long ORIGINAL = idBefore(1);
    private static final long RETWEET = idBefore(0);
    private static final String CHANGE = "BATCH UPDATE counted_set";
    private static final String STORE = "BATCH INSERT INTO tweet ";

    private SqliteStage log;
    private EventConsumer counter;

    @BeforeEach
    void openLog(@TempDir Path folder) {
        log = new SqliteStage(folder);
        counter = stage.engagements().counter(log.events());
        stage.store().post(tweet(ORIGINAL), null);
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @ParameterizedTest
    @CsvSource({"INSERT INTO outbox, 0", "BATCH UPDATE counted_set, 0", "DELETE FROM outbox, 1"})
    void aLikeThatIsCutShortIsThereAsAWholeOrNotAtAll(String step, int likes) throws Exception {
        stage.cassandra.crashBefore(step);
        assertThatThrownBy(this::like).isInstanceOf(Crash.class);
        heal();
        assertLikes(likes);
        assertThat(like()).isEqualTo(likes == 0);
        heal();
        assertLikes(1);
    }

    @ParameterizedTest
    @CsvSource({"INSERT INTO outbox, 1", "BATCH UPDATE counted_set, 1", "DELETE FROM outbox, 0"})
    void aLikeThatIsTakenBackIsGoneAsAWholeOrNotAtAll(String step, int likes) throws Exception {
        like();
        heal();
        stage.cassandra.crashBefore(step);
        assertThatThrownBy(this::unlike).isInstanceOf(Crash.class);
        heal();
        assertLikes(likes);
    }

    @Test
    void aLikeThatIsOvertakenByTheSweepIsToldNevertheless() throws Exception {
        stage.cassandra.before(CHANGE, this::sweepLater);
        assertThat(like()).isTrue();
        heal();
        assertLikes(1);
    }

    @Test
    void aLikeThatIsOvertakenByTheSweepAndThenCutShortIsNotThere() throws Exception {
        stage.cassandra.before(CHANGE, () -> {
            sweepLater();
            stage.cassandra.crashBefore("INSERT INTO outbox");
        });
        assertThatThrownBy(this::like).isInstanceOf(Crash.class);
        heal();
        assertLikes(0);
    }

    @Test
    void aLikeWhoseAnswerWasLostIsKnownAgain() throws Exception {
        stage.cassandra.timeOut(CHANGE, 1);
        assertThat(like()).isTrue();
        heal();
        assertLikes(1);
        stage.cassandra.timeOut(CHANGE, 1);
        assertThat(unlike()).isTrue();
        heal();
        assertLikes(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {CHANGE, "INSERT INTO tweet_count"})
    void countingThatIsCutShortIsCompletedWhenTheEventComesAgain(String step) throws Exception {
        like();
        stage.cassandra.crashBefore(step);
        assertThatThrownBy(this::count).isInstanceOf(Crash.class);
        count();
        assertLikes(1);
    }

    @Test
    void eventsInAnyOrderAndTooOftenChangeNothing() throws Exception {
        stage.relayed.clear();
        like();
        unlike();
        like();
        List<Event> events = List.copyOf(stage.relayed);
        counter.consumeTogether(events.reversed());
        counter.consumeTogether(events);
        for (Event event : events) {
            counter.consume(event);
        }
        assertLikes(1);
        unlike();
        counter.consume(events.getFirst());
        assertLikes(0);
    }

    @Test
    void whoIsFasterAtCountingIsNotOverwritten() throws Exception {
        long other = inTheShardOf(BOB);
        like();
        stage.cassandra.before(CHANGE, () -> {
            stage.engagements().add(Mark.LIKE, other, ORIGINAL, NOON);
            consume(new Event.TweetLiked(ORIGINAL, other));
        });
        count();
        assertThat(counts().likes()).isEqualTo(2);
        assertThat(stage.engagements().recount()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INSERT INTO outbox, 0",
        "BATCH UPDATE counted_set, 0",
        "BATCH INSERT INTO tweet, 1",
        "DELETE FROM outbox, 1"
    })
    void aRetweetThatIsCutShortIsThereAsAWholeOrNotAtAll(String step, int retweets) throws Exception {
        stage.cassandra.crashBefore(step);
        assertThatThrownBy(() -> retweet(RETWEET)).isInstanceOf(Crash.class);
        heal();
        assertRetweets(retweets == 0 ? new long[0] : new long[] {RETWEET});
        assertThat(retweet(RETWEET + 1)).isEqualTo(retweets == 0 ? new Posted.Stored() : new Posted.Repeated(RETWEET));
        heal();
        assertRetweets(retweets == 0 ? RETWEET + 1 : RETWEET);
    }

    @Test
    void aRetweetThatIsCutShortIsCompletedByWhoeverFindsItsMark() throws Exception {
        stage.cassandra.crashBefore(STORE);
        assertThatThrownBy(() -> retweet(RETWEET)).isInstanceOf(Crash.class);
        assertThat(retweet(RETWEET + 1)).isEqualTo(new Posted.Repeated(RETWEET));
        assertThat(stage.store().findRetweet(ALICE, ORIGINAL)).isEqualTo(RETWEET);
        heal();
        assertThat(stage.relayed).contains(new Event.TweetPosted(RETWEET, ALICE));
        assertRetweets(RETWEET);
    }

    @Test
    void aRetweetThatIsOvertakenByTheSweepIsThere() throws Exception {
        stage.cassandra.before(CHANGE, this::sweepLater);
        assertThat(retweet(RETWEET)).isEqualTo(new Posted.Stored());
        heal();
        assertRetweets(RETWEET);
    }

    @Test
    void aRetweetWhoseMarkIsMadeWhileTheSweepLooksIsThere() throws Exception {
        stage.cassandra.before(STORE, this::sweepLater);
        assertThat(retweet(RETWEET)).isEqualTo(new Posted.Stored());
        heal();
        assertRetweets(RETWEET);
    }

    @Test
    void aRetweetWhoseAnswerWasLostIsKnownAgain() throws Exception {
        stage.cassandra.timeOut(CHANGE, 1);
        assertThat(retweet(RETWEET)).isEqualTo(new Posted.Stored());
        heal();
        assertRetweets(RETWEET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET deleted_at",
                "DELETE FROM tweet_by_parent",
                "DELETE FROM tweet_by_author",
                CHANGE,
                "DELETE FROM outbox"
            })
    void aRetweetWhoseDeletionIsCutShortIsGone(String step) throws Exception {
        retweet(RETWEET);
        heal();
        stage.cassandra.crashBefore(step);
        assertThatThrownBy(() -> stage.store().delete(RETWEET, NOON)).isInstanceOf(Crash.class);
        heal();
        assertRetweets();
        assertThat(stage.store().delete(RETWEET, NOON)).isFalse();
        assertThat(retweet(RETWEET + 1)).isEqualTo(new Posted.Stored());
        heal();
        assertRetweets(RETWEET + 1);
    }

    @Test
    void theMarkOfADeletedRetweetIsFreeAndStaysWithWhoTakesIt() throws Exception {
        retweet(RETWEET);
        stage.cassandra.crashBefore(CHANGE);
        assertThatThrownBy(() -> stage.store().delete(RETWEET, NOON)).isInstanceOf(Crash.class);
        assertThat(stage.store().findRetweet(ALICE, ORIGINAL)).isNull();
        assertThat(retweet(RETWEET + 1)).isEqualTo(new Posted.Stored());
        heal();
        assertRetweets(RETWEET + 1);
    }

    @Test
    void aRetweetThatIsStoredAgainAfterItsDeletionStaysDeleted() throws Exception {
        stage.cassandra.before(STORE, () -> {
            retweet(RETWEET + 1);
            stage.store().delete(RETWEET, NOON);
        });
        retweet(RETWEET);
        heal();
        assertRetweets();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET deleted_at",
                "INSERT INTO tweet_by_parent",
                "DELETE FROM tweet_by_parent",
                "DELETE FROM outbox"
            })
    void aReplyWhoseDeletionIsCutShortIsGoneFromItsLists(String step) throws Exception {
        long reply = RETWEET;
        long answer = RETWEET + 1;
        stage.store().post(answering(reply, ORIGINAL), null);
        stage.store().post(answering(answer, reply), null);
        stage.cassandra.crashBefore(step);
        assertThatThrownBy(() -> stage.store().delete(reply, NOON)).isInstanceOf(Crash.class);
        heal();
        assertThat(counts()).isEqualTo(Counts.NONE);
        assertThat(stage.store().referring(Reference.REPLY, ORIGINAL, Long.MAX_VALUE, 9))
                .isEmpty();
        assertThat(stage.store().replies(ORIGINAL, 0, 9)).as("deleted").containsExactly(reply);
        stage.store().delete(answer, NOON);
        heal();
        assertThat(stage.engagements().recount()).isEmpty();
    }

    @Test
    void aRecountFindsWhatNoEventToldOf() throws Exception {
        like();
        retweet(RETWEET);
        stage.relayed.clear();
        assertThat(counts()).isEqualTo(Counts.NONE);
        assertThat(stage.engagements().recount()).singleElement().satisfies(drift -> {
            assertThat(drift.tweetId()).isEqualTo(ORIGINAL);
            assertThat(drift.counted()).isEqualTo(Counts.NONE);
            assertThat(drift.rows()).isEqualTo(new Counts(1, 1, 0, 0));
        });
        assertLikes(1);
        assertRetweets(RETWEET);
    }

    private boolean like() {
        return stage.engagements().add(Mark.LIKE, BOB, ORIGINAL, NOON);
    }

    private boolean unlike() {
        return stage.engagements().remove(Mark.LIKE, BOB, ORIGINAL);
    }

    private Posted retweet(long id) {
        return stage.store().post(Tweet.retweet(id, ALICE, ORIGINAL), null);
    }

    private static Tweet answering(long id, long parent) {
        return new Tweet(
                id, BOB, "yes", Entities.NONE, new References(parent, ALICE, null, null), ORIGINAL, Visibility.PUBLIC);
    }

    private static long inTheShardOf(long user) {
        long other = user + 1;
        while (!SetKey.ofTweet(ORIGINAL, SetKind.LIKED, other).equals(SetKey.ofTweet(ORIGINAL, SetKind.LIKED, user))) {
            other++;
        }
        return other;
    }

    private void sweepLater() {
        stage.clock.move(CassandraOutbox.SOON.plus(Duration.ofSeconds(1)));
        stage.sweep();
    }

    private void heal() throws Exception {
        sweepLater();
        count();
    }

    private void count() throws Exception {
        for (Event event : stage.relayed) {
            counter.consume(event);
        }
    }

    private void consume(Event event) {
        try {
            counter.consume(event);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Counts counts() {
        return stage.engagements().counts(new long[] {ORIGINAL}).getOrDefault(ORIGINAL, Counts.NONE);
    }

    private void assertLikes(int likes) {
        assertThat(stage.engagements().marked(Mark.LIKE, BOB, 9)).hasSize(likes);
        assertThat(stage.engagements().listMarked(Mark.LIKE, BOB, null, 9)).hasSize(likes);
        assertThat(stage.engagements().listMarkers(Mark.LIKE, ORIGINAL, null, 9))
                .isEqualTo(likes == 0 ? List.of() : List.of(new Marked(BOB, NOON)));
        assertThat(counts().likes()).isEqualTo(likes);
        assertThat(stage.engagements().recount()).isEmpty();
    }

    private void assertRetweets(long... ids) {
        assertThat(stage.store().retweeted(ALICE, 9)).hasSize(ids.length);
        assertThat(stage.store().findRetweet(ALICE, ORIGINAL)).isEqualTo(ids.length == 0 ? null : (Long) ids[0]);
        assertThat(stage.store().referring(Reference.RETWEET, ORIGINAL, Long.MAX_VALUE, 9))
                .isEqualTo(ids);
        assertThat(stage.store().newestWithoutReplies(ALICE, Long.MAX_VALUE, 9)).hasSize(1 + ids.length);
        assertThat(stage.count()).isEqualTo(1 + ids.length);
        assertThat(counts().retweets()).isEqualTo(ids.length);
        assertThat(stage.engagements().recount()).isEmpty();
    }
}
