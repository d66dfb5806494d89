package social.roost.tweet.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static social.roost.tweet.cassandra.TweetStage.ALICE;
import static social.roost.tweet.cassandra.TweetStage.NOON;
import static social.roost.tweet.cassandra.TweetStage.idBefore;
import static social.roost.tweet.cassandra.TweetStage.tweet;

import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.base.Snowflake;
import social.roost.driver.cassandra.CassandraStage.Crash;
import social.roost.event.Event.TweetDeleted;
import social.roost.event.Event.TweetEdited;
import social.roost.event.Event.TweetPosted;
import social.roost.event.cassandra.CassandraOutbox;
import social.roost.event.cassandra.OutboxRows;
import social.roost.tweet.Edition;
import social.roost.tweet.Labels;
import social.roost.tweet.Tweet;
import social.roost.tweet.text.TweetText;

/** Events that a crash left in the outbox (SPEC C8, K4). */
class TweetOutboxTest extends OnTweetStage {
    private static final long ID = idBefore(0);

    /** Stores it without relaying its event. */
    private void crashAfterStoring(long id) {
        stage.cassandra.crashBefore("DELETE FROM outbox");
        assertThatThrownBy(() -> stage.store().post(tweet(id), null)).isInstanceOf(Crash.class);
        stage.relayed.clear();
    }

    @Test
    void whatIsLeftBehindIsFoundOnceItIsOldEnough() {
        crashAfterStoring(ID);
        stage.sweep();
        assertThat(stage.relayed).isEmpty();
        stage.clock.move(Duration.ofSeconds(6));
        stage.sweep();
        stage.sweep();
        assertThat(stage.relayed).containsExactly(new TweetPosted(ID, ALICE));
    }

    @Test
    void whatIsNotRemovedIsFoundAgainAlsoByAnotherProcess() {
        crashAfterStoring(ID);
        stage.clock.move(Duration.ofSeconds(6));
        assertThat(stage.outbox().leftBehind(10)).hasSize(1);
        assertThat(stage.outbox().leftBehind(10)).hasSize(1);
        assertThat(stage.newStore().outbox().leftBehind(10)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET deleted_at", "DELETE FROM tweet_by_author", "SET tweets = null", "DELETE FROM outbox"})
    void aDeletionThatIsCutShortIsCompleted(String step) {
        long id = idBefore(100);
        stage.store().post(tweet(id), null);
        assertThat(stage.count()).isEqualTo(1);
        stage.relayed.clear();
        stage.cassandra.crashBefore(step);
        assertThatThrownBy(() -> stage.store().delete(id, NOON)).isInstanceOf(Crash.class);
        stage.relayed.clear();
        stage.clock.move(Duration.ofSeconds(6));
        stage.sweep();
        assertThat(stage.relayed).containsExactly(new TweetDeleted(id, ALICE));
        assertThat(stage.newest()).isEmpty();
        assertThat(stage.count()).isZero();
        assertThat(stage.store().delete(id, NOON)).isFalse();
        stage.sweepFor(Duration.ofMinutes(1));
        assertThat(stage.relayed).hasSize(1);
    }

    @Test
    void aDeleterWhoIsOvertakenByTheSweepStillSucceeds() {
        stage.store().post(tweet(ID), null);
        stage.cassandra.before("SET deleted_at", () -> {
            stage.clock.move(Duration.ofSeconds(6));
            stage.sweep();
        });
        assertThat(stage.store().delete(ID, NOON)).isTrue();
        assertThat(stage.relayed).contains(new TweetDeleted(ID, ALICE));
        assertThat(stage.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET edit = ?, edited", "DELETE FROM outbox"})
    void anEditThatIsCutShortIsAnnouncedAndDoesNotHappenLater(String step) {
        Tweet posted = tweet(ID);
        stage.store().post(posted, null);
        stage.relayed.clear();
        stage.cassandra.crashBefore(step);
        assertThatThrownBy(() -> stage.store().edit(edited(posted, "cut short")))
                .isInstanceOf(Crash.class);
        stage.relayed.clear();
        boolean isDone = stage.store().revisions(ID).size() == 2;
        stage.clock.move(Duration.ofSeconds(6));
        stage.sweep();
        assertThat(stage.relayed).containsExactly(new TweetEdited(ID, ALICE));
        assertThat(stage.store().revisions(ID)).hasSize(isDone ? 2 : 1);
        Tweet before = isDone ? edited(posted, "cut short") : posted;
        assertThat(stage.store().edit(edited(before, "another"))).isTrue();
        assertThat(stage.store().find(new long[] {ID})).containsValue(edited(before, "another"));
        stage.sweepFor(Duration.ofMinutes(1));
        assertThat(stage.relayed).hasSize(2);
    }

    @Test
    void anEditThatIsOvertakenByTheSweepDoesNotHappen() {
        Tweet posted = tweet(ID);
        stage.store().post(posted, null);
        stage.cassandra.before("SET edit = ?, edited", () -> {
            stage.clock.move(Duration.ofSeconds(6));
            stage.sweep();
        });
        assertThat(stage.store().edit(edited(posted, "late"))).isFalse();
        assertThat(stage.store().find(new long[] {ID})).containsValue(posted);
        assertThat(stage.store().edit(edited(posted, "again"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET deleted_at", "SET edits = null", "SET content = ''", "DELETE FROM outbox"})
    void theTextsOfADeletedTweetAreGoneAlsoAfterACrash(String step) {
        Tweet posted = tweet(ID);
        stage.store().post(posted, null);
        stage.store().edit(edited(posted, "second"));
        stage.store().edit(edited(edited(posted, "second"), "third"));
        stage.cassandra.crashBefore(step);
        assertThatThrownBy(() -> stage.store().delete(ID, NOON)).isInstanceOf(Crash.class);
        stage.clock.move(Duration.ofSeconds(6));
        stage.sweep();
        String row = Objects.requireNonNull(stage.cassandra
                        .cluster()
                        .readOne(SimpleStatement.newInstance(
                                "SELECT content, edits, edited FROM tweet WHERE id = " + ID)))
                .getFormattedContents();
        assertThat(row)
                .doesNotContain("second")
                .doesNotContain(posted.content())
                .contains("third");
        assertThat(stage.store().findPosted(ID)).extracting(Tweet::content).isEqualTo("third");
    }

    private static Tweet edited(Tweet tweet, String text) {
        int number = tweet.edition().number() + 1;
        return tweet.edited(TweetText.parse(text), Labels.NONE, new Edition(number, NOON + number, List.of()));
    }

    @Test
    void anEventWaitsUntilItsTweetCanBeRead() {
        OutboxRows rows = stage.outbox().rows();
        stage.cassandra.cluster().write(rows.insert(TweetEntries.posted(ID, ALICE)));
        stage.clock.move(Duration.ofSeconds(6));
        stage.sweep();
        assertThat(stage.relayed).isEmpty();
        stage.store().post(tweet(ID), null);
        assertThat(stage.relayed).containsExactly(new TweetPosted(ID, ALICE));
    }

    @Test
    void theWatermarkFollowsWhatIsSettledAndStaysAtWhatIsLeft() {
        long begin = stage.outbox().watermark();
        crashAfterStoring(ID);
        stage.clock.move(Duration.ofMinutes(20));
        assertThat(stage.outbox().leftBehind(10)).hasSize(1);
        assertThat(stage.outbox().watermark())
                .as("nothing is known of the last minutes")
                .isEqualTo(begin);
        for (int i = 0; i < 30; i++) {
            stage.clock.move(Duration.ofSeconds(30));
            assertThat(stage.outbox().leftBehind(10)).hasSize(1);
        }
        assertThat(stage.outbox().watermark()).isEqualTo(NOON / 60_000);
        stage.sweepFor(Duration.ofMinutes(1));
        assertThat(stage.outbox().watermark()).isGreaterThan(NOON / 60_000);
        assertThat(stage.newStore().outbox().watermark())
                .isEqualTo(stage.outbox().watermark());
    }

    @Test
    void whoeverSweepsNextBeginsWhereTheLastHadGotTo() {
        CassandraOutbox idle = stage.newStore().outbox();
        assertThat(idle.leftBehind(10)).isEmpty();
        stage.sweepFor(Duration.ofHours(2));
        crashAfterStoring(Snowflake.lowestAt(stage.clock.millis()));
        stage.clock.move(Duration.ofMinutes(1));
        assertThat(idle.leftBehind(10)).hasSize(1);
        assertThat(idle.watermark()).isEqualTo(stage.outbox().watermark());
    }

    @Test
    void whatComesSecondsLaterIsFoundWithinAMinute() {
        stage.sweepFor(Duration.ofSeconds(30));
        crashAfterStoring(ID);
        stage.sweepFor(Duration.ofMinutes(1));
        assertThat(stage.relayed).containsExactly(new TweetPosted(ID, ALICE));
    }

    @Test
    void whatComesMinutesLaterIsFoundToo() {
        stage.sweepFor(Duration.ofMinutes(5));
        crashAfterStoring(ID);
        stage.sweepFor(Duration.ofMinutes(10));
        assertThat(stage.relayed).containsExactly(new TweetPosted(ID, ALICE));
    }
}
