package social.roost.tweet.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static social.roost.tweet.cassandra.TweetStage.idBefore;
import static social.roost.tweet.cassandra.TweetStage.tweet;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import social.roost.base.UnavailableException;
import social.roost.driver.cassandra.CassandraStage.Crash;
import social.roost.event.Event.TweetPosted;
import social.roost.event.cassandra.CassandraOutbox;
import social.roost.tweet.IdempotencyKey;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore.Posted;
import social.roost.tweet.Visibility;
import social.roost.tweet.text.Entities;

/** Keys whose post was interrupted (SPEC C7). */
class KeyedPostsTest extends OnTweetStage {
    private static final String BATCH = "BATCH INSERT INTO tweet ";
    private static final long FIRST = idBefore(0);
    private static final long SECOND = FIRST + 1;
    private static final long LATE = FIRST + 100;
    private static final Duration LATER = KeyedPosts.CLAIM_PATIENCE.plusSeconds(1);

    private final IdempotencyKey threadKey = new IdempotencyKey("key", "request", 3);
    private final IdempotencyKey key = new IdempotencyKey("key", "request", 1);

    private Posted post(long id) {
        return stage.store().post(tweet(id), key);
    }

    @Test
    void aClaimWithoutATweetIsRespectedFirstAndThenTakenOver() {
        stage.cassandra.crashBefore(BATCH);
        assertThatThrownBy(() -> post(FIRST)).isInstanceOf(Crash.class);
        assertThatThrownBy(() -> post(SECOND)).isInstanceOf(UnavailableException.class);
        assertThat(stage.store().findPosted(TweetStage.ALICE, key, stage.clock.millis()))
                .isNull();
        stage.clock.move(LATER);
        assertThat(post(SECOND)).isEqualTo(new Posted.Stored());
        assertThat(post(SECOND + 1)).isEqualTo(new Posted.Repeated(SECOND));
        assertThat(stage.newest()).containsExactly(SECOND);
        assertThat(stage.relayed).hasSize(1);
    }

    @Test
    void whatWasTakenOverIsNotThereThoughItsBatchComesLater() {
        stage.cassandra.crashBefore(BATCH);
        assertThatThrownBy(() -> post(FIRST)).isInstanceOf(Crash.class);
        stage.clock.move(LATER);
        post(SECOND);
        stage.store().post(tweet(FIRST), null);
        assertThat(stage.store().find(new long[] {FIRST, SECOND})).containsOnlyKeys(SECOND);
        assertThat(stage.store().findPosted(FIRST)).isNull();
        assertThat(stage.newest()).containsExactly(SECOND);
        assertThat(stage.count()).isEqualTo(1);
        assertThat(stage.store().delete(FIRST, stage.clock.millis())).isFalse();
    }

    @Test
    void aTweetThatComesJustBeforeItIsBuriedKeepsItsKey() {
        stage.cassandra.crashBefore(BATCH);
        assertThatThrownBy(() -> post(FIRST)).isInstanceOf(Crash.class);
        stage.clock.move(LATER);
        stage.cassandra.before("SET buried", () -> stage.store().post(tweet(FIRST), null));
        assertThat(post(SECOND)).isEqualTo(new Posted.Repeated(FIRST));
        assertThat(stage.newest()).containsExactly(FIRST);
    }

    @Test
    void aTakeOverThatIsCutShortIsTakenOverToo() {
        stage.cassandra.crashBefore(BATCH);
        assertThatThrownBy(() -> post(FIRST)).isInstanceOf(Crash.class);
        for (String step : new String[] {"BATCH DELETE", "UPDATE idempotency_key", BATCH}) {
            stage.clock.move(LATER);
            stage.cassandra.crashBefore(step);
            assertThatThrownBy(() -> post(SECOND)).isInstanceOf(Crash.class);
        }
        stage.clock.move(LATER);
        assertThat(post(SECOND + 1)).isEqualTo(new Posted.Stored());
        assertThat(stage.newest()).containsExactly(SECOND + 1);
    }

    @Test
    void aPostThatTimedOutButTookEffectIsFoundByItsRetryAndTold() {
        stage.cassandra.timeOut(BATCH, 3);
        assertThatThrownBy(() -> post(FIRST)).isInstanceOf(UnavailableException.class);
        assertThat(stage.relayed).isEmpty();
        assertThat(post(SECOND)).isEqualTo(new Posted.Repeated(FIRST));
        stage.clock.move(CassandraOutbox.SOON.plusSeconds(1));
        stage.sweep();
        assertThat(stage.relayed).containsExactly(new TweetPosted(FIRST, TweetStage.ALICE));
    }

    @Test
    void aThreadThatWasCutShortIsNotThereAtAllAndTakenOver() {
        stage.cassandra.crashBefore(BATCH);
        assertThatThrownBy(() -> postThread(FIRST)).isInstanceOf(Crash.class);
        assertThat(stage.store().find(new long[] {FIRST, FIRST + 1, FIRST + 2})).isEmpty();
        assertThat(stage.newest()).isEmpty();
        assertThatThrownBy(() -> postThread(LATE)).isInstanceOf(UnavailableException.class);
        stage.clock.move(LATER);
        assertThat(postThread(LATE)).isEqualTo(new Posted.Stored());
        assertThat(postThread(LATE + 10)).isEqualTo(new Posted.Repeated(LATE));
        assertThat(stage.newest()).containsExactly(LATE + 2, LATE + 1, LATE);
        assertThat(stage.relayed).hasSize(3);
    }

    @Test
    void ofAThreadThatWasTakenOverNothingIsThereThoughItsBatchComesLater() {
        stage.cassandra.crashBefore(BATCH);
        assertThatThrownBy(() -> postThread(FIRST)).isInstanceOf(Crash.class);
        stage.clock.move(LATER);
        stage.cassandra.before(
                "IF buried = null", () -> stage.store().post(thread(FIRST).subList(1, 3), null));
        assertThat(postThread(LATE)).isEqualTo(new Posted.Stored());
        stage.store().post(thread(FIRST), null);
        assertThat(stage.store().find(new long[] {FIRST, FIRST + 1, FIRST + 2})).isEmpty();
        assertThat(stage.newest()).containsExactly(LATE + 2, LATE + 1, LATE);
        assertThat(stage.store().threadReply(FIRST)).isNull();
        assertThat(stage.count()).isEqualTo(3);
    }

    @Test
    void aThreadOfLongTextsFits() {
        Tweet first = tweet(FIRST);
        List<Tweet> thread = LongStream.range(0, 25)
                .mapToObj(i -> new Tweet(
                        FIRST + i,
                        TweetStage.ALICE,
                        "🧑‍🚀".repeat(140),
                        Entities.NONE,
                        i == 0
                                ? first.references()
                                : first.continuing(FIRST + i - 1).references(),
                        FIRST,
                        Visibility.PUBLIC))
                .toList();
        assertThat(stage.store().post(thread, null)).isEqualTo(new Posted.Stored());
        assertThat(stage.store().find(new long[] {FIRST + 24})).containsValue(thread.getLast());
        assertThat(stage.count()).isEqualTo(25);
    }

    private Posted postThread(long id) {
        return stage.store().post(thread(id), threadKey);
    }

    private static List<Tweet> thread(long id) {
        return List.of(tweet(id), tweet(id + 1).continuing(id), tweet(id + 2).continuing(id + 1));
    }

    @Test
    void conditionsThatTimedOutButTookEffectAreKnownAgain() {
        stage.cassandra.timeOut("INSERT INTO idempotency_key", 1);
        assertThat(post(FIRST)).isEqualTo(new Posted.Stored());
        stage.cassandra.timeOut("SET deleted_at", 1);
        assertThat(stage.store().delete(FIRST, stage.clock.millis())).isTrue();
        assertThat(stage.count()).isZero();
    }
}
