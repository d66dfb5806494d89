package social.roost.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import social.roost.view.Entry;
import social.roost.view.TweetPage;

/**
 * What a home timeline leaves out (decision 14), and from where it gets its tweets. {@link RepetitionsTest} has more
 * about retweets, {@code HydrationTest} about what is hidden from a viewer in every list.
 */
@Timeout(60)
class HomeTimelineTest {
    private static final long READER = 1;
    private static final long ALICE = 2;
    private static final long BOB = 3;

    /** The reader does not follow them. */
    private static final long CAROL = 4;

    private HomeStage stage;

    @BeforeEach
    void aReaderFollowsAliceAndBob(@TempDir Path folder) {
        stage = new HomeStage(folder);
        stage.follow(READER, ALICE);
        stage.follow(READER, BOB);
        // From now on there is a timeline to push to.
        assertThat(home()).isEmpty();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aReplyIsShownToThoseWhoFollowBothUsers() {
        stage.post(10, CAROL);
        stage.post(11, BOB);
        stage.post(12, READER);
        stage.reply(20, ALICE, 10, CAROL);
        stage.reply(21, ALICE, 11, BOB);
        stage.reply(22, ALICE, 12, READER);
        stage.reply(23, ALICE, 20, ALICE);
        stage.reply(24, READER, 10, CAROL);
        stage.reply(25, CAROL, 12, READER);
        assertThat(home()).containsExactly(24, 23, 22, 21, 12, 11);
        stage.follow(READER, CAROL);
        assertThat(home()).containsExactly(25, 24, 23, 22, 21, 20, 12, 11, 10);
    }

    @Test
    void theTweetsOfAUserWhoWasUnfollowedAreLeftOutThoughTheyWerePushed() {
        stage.post(10, ALICE);
        stage.post(11, BOB);
        stage.unfollow(READER, ALICE);
        assertThat(stage.pushed(READER)).containsExactly(11, 10);
        assertThat(home()).containsExactly(11);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20})
    void ofSeveralRetweetsTheLowestIsShownOnPagesOfAnySize(int limit) {
        stage.post(10, ALICE);
        stage.post(11, CAROL);
        stage.retweet(20, BOB, 10);
        stage.retweet(21, ALICE, 11);
        stage.post(22, BOB);
        stage.retweet(23, BOB, 11);
        assertThat(stage.ids(READER, limit)).containsExactly(22, 21, 10);
    }

    @Test
    void aRetweetOfAReplyThatWasLeftOutIsNew() {
        stage.post(10, CAROL);
        stage.reply(11, ALICE, 10, CAROL);
        stage.retweet(20, BOB, 11);
        assertThat(home()).containsExactly(20);
    }

    @Test
    void hiddenAuthorsAndDeletedOriginalsAreLeftOut() {
        stage.post(10, CAROL);
        stage.post(11, CAROL);
        stage.retweet(20, BOB, 10);
        stage.retweet(21, BOB, 11);
        stage.quote(22, BOB, 11);
        stage.post(23, ALICE);
        stage.delete(10, CAROL);
        assertThat(home()).containsExactly(23, 22, 21);
        stage.mute(READER, CAROL);
        stage.block(ALICE, READER);
        TweetPage page = stage.page(READER, Place.NEWEST, 20);
        assertThat(HomeStage.ids(page)).containsExactly(22);
        assertThat(((Entry) page.items().getFirst()).beside())
                .as("what is quoted")
                .isEmpty();
        stage.suspend(BOB);
        assertThat(home()).isEmpty();
    }

    @Test
    void theTweetsOfFamousAuthorsArePulledAndMerged() {
        stage.makeFamous(ALICE);
        stage.makeFamous(CAROL);
        stage.post(10, ALICE);
        stage.post(11, BOB);
        stage.post(12, ALICE);
        stage.post(13, CAROL);
        assertThat(stage.pushed(READER)).containsExactly(11);
        assertThat(home()).containsExactly(12, 11, 10);
        stage.post(14, ALICE);
        stage.delete(12, ALICE);
        assertThat(home()).containsExactly(14, 11, 10);
    }

    @Test
    void theTweetsOfAUserWhoBecomesFamousByTheFollowAreThereBeforeTheyArePulled() {
        stage.post(10, CAROL);
        stage.follow(ALICE, CAROL);
        stage.follow(BOB, CAROL);
        stage.follow(READER, CAROL);
        assertThat(home()).containsExactly(10);
        stage.fameIsKnown(CAROL);
        assertThat(home()).containsExactly(10);
    }

    @Test
    void nothingIsLostOrShownTwiceWhenAnAuthorBecomesFamousAndOrdinaryAgain() {
        stage.post(10, ALICE);
        stage.makeFamous(ALICE);
        stage.post(11, ALICE);
        assertThat(home()).containsExactly(11, 10);
        stage.loseFame(ALICE);
        stage.post(12, ALICE);
        assertThat(stage.pushed(READER)).containsExactly(12, 11, 10);
        assertThat(home()).containsExactly(12, 11, 10);
    }

    @Test
    void aPageIsFilledHoweverManyTweetsAreLeftOut() {
        stage.post(10, CAROL);
        stage.post(11, BOB);
        stage.post(12, BOB);
        LongStream.range(20, 50).forEach(id -> stage.reply(id, ALICE, 10, CAROL));
        stage.post(50, BOB);
        TweetPage page = stage.page(READER, Place.NEWEST, 2);
        assertThat(HomeStage.ids(page)).containsExactly(50, 12);
        assertThat(page.next()).isNotNull();
        assertThat(stage.ids(READER, 2)).containsExactly(50, 12, 11);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20})
    void belowItsFloorATimelineContinuesFromTheStore(int limit) {
        LongStream.range(10, 40).forEach(id -> stage.post(id, id % 2 == 0 ? ALICE : BOB));
        assertThat(stage.ids(READER, limit)).containsExactly(falling(39, 10));
    }

    @Test
    void theListOfAFamousAuthorMayEndAboveTheReadersOwn() {
        LongStream.range(10, 15).forEach(id -> stage.post(id, BOB));
        stage.makeFamous(ALICE);
        LongStream.range(30, 50).forEach(id -> stage.post(id, ALICE));
        assertThat(stage.pushed(READER)).containsExactly(14, 13, 12, 11, 10);
        assertThat(stage.ids(READER, 3))
                .containsExactly(LongStream.concat(LongStream.of(falling(49, 30)), LongStream.of(falling(14, 10)))
                        .toArray());
    }

    @Test
    void readingUpwardsStartsWithTheOldestEvenBelowTheFloor() {
        stage.post(10, ALICE);
        TweetPage page = stage.page(READER, Place.NEWEST, 20);
        stage.settle(READER);
        LongStream.range(11, 41).forEach(id -> stage.post(id, BOB));
        for (long first = 11; first < 41; first += 5) {
            page = stage.page(READER, Place.above(page), 5);
            assertThat(HomeStage.ids(page)).containsExactly(falling(first + 4, first));
        }
        assertThat(HomeStage.ids(stage.page(READER, Place.above(page), 5))).isEmpty();
    }

    private long[] home() {
        return stage.ids(READER, 20);
    }

    private static long[] falling(long from, long to) {
        return LongStream.rangeClosed(to, from).map(id -> from + to - id).toArray();
    }
}
