package social.roost.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Cursor;
import social.roost.base.Rejection;
import social.roost.base.Together;
import social.roost.view.TweetPage;

/** Which tweets an open stream sends, and from where another one continues (E3, E5). */
@Timeout(60)
class LiveTimelineTest {
    private static final long READER = 1;
    private static final long ALICE = 2;
    private static final long CAROL = 3;

    private HomeStage stage;

    @BeforeEach
    void aReaderFollowsAlice(@TempDir Path folder) {
        stage = new HomeStage(folder);
        stage.follow(READER, ALICE);
        stage.post(10, ALICE);
        stage.settle(READER);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whatBelongsInTheHomeTimelineArrivesOnce() {
        LiveTimeline live = live(null);
        stage.post(11, CAROL);
        stage.reply(12, ALICE, 11, CAROL);
        stage.post(13, ALICE);
        assertThat(arrived(live, 11)).isFalse();
        assertThat(arrived(live, 12)).isFalse();
        assertThat(arrived(live, 13)).isTrue();
        assertThat(arrived(live, 13)).isFalse();
    }

    @Test
    void anotherStreamContinuesAfterWhatWasSent() {
        LiveTimeline live = live(null);
        stage.post(11, ALICE);
        assertThat(arrived(live, 11)).isTrue();
        Cursor at = live.cursor();
        LongStream.rangeClosed(12, 14).forEach(id -> stage.post(id, ALICE));
        assertThat(missed(live(at), 5)).contains(List.of(12L, 13L, 14L));
        assertThat(missed(live(null), 5)).contains(List.of());
    }

    @Test
    void aStreamThatEndsAmongMissedTweetsLeavesTheOthersToTheNext() {
        Cursor at = live(null).cursor();
        LongStream.rangeClosed(11, 13).forEach(id -> stage.post(id, ALICE));
        stage.settle(READER);
        LiveTimeline second = live(at);
        assertThat(missed(second, 5)).contains(List.of(11L, 12L, 13L));
        assertThat(second.missedTweet(stage.viewer(READER), 11)).isNotNull();
        assertThat(missed(live(second.cursor()), 5)).contains(List.of(12L, 13L));
    }

    @Test
    void aTweetThatIsDeliveredLateIsSentThoughAHigherOneWasBefore() {
        LiveTimeline live = live(null);
        stage.post(12, ALICE);
        assertThat(arrived(live, 12)).isTrue();
        Cursor at = live.cursor();
        stage.post(11, ALICE);
        assertThat(missed(live(at), 5)).contains(List.of(11L));
        assertThat(arrived(live, 11)).isTrue();
        assertThat(missed(live(live.cursor()), 5)).contains(List.of());
    }

    @Test
    void thePreviousCursorOfAPageWillDoToo() {
        TweetPage page = stage.page(READER, Place.NEWEST, 20);
        stage.post(11, ALICE);
        assertThat(missed(live(page.previous()), 5)).contains(List.of(11L));
    }

    @Test
    void aMissedTweetThatIsDeletedMeanwhileIsNotSent() {
        Cursor at = live(null).cursor();
        stage.post(11, ALICE);
        LiveTimeline live = live(at);
        assertThat(missed(live, 5)).contains(List.of(11L));
        stage.delete(11, ALICE);
        assertThat(live.missedTweet(stage.viewer(READER), 11)).isNull();
    }

    @Test
    void moreThanTheMaximumIsNotSentAtAll() {
        Cursor at = live(null).cursor();
        LongStream.range(0, 150).forEach(i -> stage.post(100 + i, ALICE));
        assertThat(missed(live(at), 150).orElseThrow())
                .containsExactlyElementsOf(LongStream.range(100, 250).boxed().toList());
        assertThat(missed(live(at), 149)).isEmpty();
    }

    @Test
    void whatIsBehindTooManyHiddenTweetsIsNotSaidToBeNothing() throws Exception {
        Cursor at = live(null).cursor();
        stage.post(99, CAROL);
        var _ = Together.callAll(LongStream.range(100, 1_100)
                .<Callable<Long>>mapToObj(id -> () -> {
                    stage.reply(id, ALICE, 99, CAROL);
                    return id;
                })
                .toList());
        stage.post(2_000, ALICE);
        assertThat(missed(live(at), 5)).isEmpty();
    }

    @Test
    void aCursorThatLeadsDownwardsIsRejected() {
        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> live(new Place.Older(10).cursor()))
                .satisfies(rejection -> assertThat(rejection.field()).isEqualTo("last_event_id"));
    }

    private LiveTimeline live(@Nullable Cursor since) {
        return stage.home().live(stage.viewer(READER), Optional.ofNullable(since));
    }

    private boolean arrived(LiveTimeline live, long id) {
        TweetPage page = live.arrived(stage.viewer(READER), id);
        if (page != null) {
            assertThat(HomeStage.ids(page)).containsExactly(id);
        }
        return page != null;
    }

    private Optional<List<Long>> missed(LiveTimeline live, int most) {
        return live.missed(stage.viewer(READER), most);
    }
}
