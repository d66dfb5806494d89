package social.roost.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static social.roost.graph.Suggestion.Reason.FOLLOWED_BY_PEOPLE_YOU_FOLLOW;
import static social.roost.graph.Suggestion.Reason.POPULAR;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.SettableClock;
import social.roost.event.sql.SqliteStage;
import social.roost.graph.GraphStore.Follow;
import social.roost.graph.sql.SqlBlockStore;
import social.roost.graph.sql.SqlDismissalStore;
import social.roost.graph.sql.SqlGraphStore;
import social.roost.user.NewAccount;
import social.roost.user.ProfileCounts;
import social.roost.user.Suspensions;
import social.roost.user.User;
import social.roost.user.UserStore;
import social.roost.user.Users;
import social.roost.user.sql.SqlUserStore;

/** Whom a user might follow (issue 18.4). Users have small ids: 1 asks, 2 to 4 are followees. */
@Timeout(60)
class SuggestionsTest {
    private static final long ME = 1;
    private static final int USERS = 200;

    private SqliteStage stage;
    private GraphStore store;
    private BlockStore blockStore;
    private UserStore userStore;
    private Suspensions suspensions;
    private long[] authors = {};

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        store = new SqlGraphStore(stage.database(), stage.events(), new Fame(1_000, 900));
        blockStore = new SqlBlockStore(stage.database(), stage.events());
        userStore = new SqlUserStore(stage.database(), stage.events());
        suspensions = new Suspensions(userStore);
        var _ = userStore.createAll(LongStream.rangeClosed(1, USERS)
                .mapToObj(id -> new NewAccount(User.named(id, "user" + id, "User " + id), id + "@example.org", null))
                .toList());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void thoseWhomMostFolloweesFollowComeFirstWithThreeOfThem() {
        follow(1, 2, 3, 4, 5);
        follow(2, 10, 11);
        follow(3, 10, 11);
        follow(4, 10, 12);
        follow(5, 10);
        List<Suggestion> found = suggest(10);
        assertThat(ids(found)).containsExactly(10L, 11L, 12L);
        assertThat(found.getFirst().reason()).isEqualTo(FOLLOWED_BY_PEOPLE_YOU_FOLLOW);
        assertThat(found.getFirst().followedByCount()).isEqualTo(4);
        assertThat(found.getFirst().followedBy()).hasSize(3);
        assertThat(found.get(1).followedBy()).extracting(by -> by.user().id()).containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void thoseWhoPostedLatelyCountDoubleAndOfEqualsTheMostFollowedComesFirst() {
        follow(1, 2, 3, 4);
        follow(2, 10, 11, 12, 13);
        follow(3, 10, 11);
        follow(4, 10);
        follow(20, 13);
        active(11, 12, 13);
        assertThat(ids(suggest(10))).startsWith(11L, 10L, 13L, 12L);
    }

    @Test
    void beforeTheFirstFollowTheMostFollowedActiveUsersAreSuggested() {
        follow(2, 10, 11, 12);
        follow(3, 10, 11);
        follow(4, 10, 12);
        active(12, 11, 50);
        List<Suggestion> found = suggest(10);
        assertThat(ids(found)).as("the latest first of equals").containsExactly(12L, 11L, 50L);
        assertThat(found).extracting(Suggestion::reason).containsOnly(POPULAR);
        assertThat(found).allSatisfy(one -> assertThat(one.followedBy()).isEmpty());
    }

    @Test
    void popularUsersFillTheListAndNobodyIsSuggestedTwice() {
        follow(1, 2);
        follow(2, 10);
        active(11, 10, 12);
        assertThat(ids(suggest(2))).containsExactly(10L, 11L);
        assertThat(ids(suggest(10))).containsExactly(10L, 11L, 12L);
    }

    @Test
    void nobodyIsSuggestedWhomTheUserFollowsBlocksMutesOrDismissedNorTheUserNorWhoBlocksThemNorWhoIsSuspended() {
        follow(1, 2, 3);
        follow(2, 1, 3, 10, 11, 12, 13, 14, 15);
        active(1, 2, 3, 10, 11, 12, 13, 14, 15);
        blockStore.block(1, 10, 1);
        blockStore.mute(1, 11, 1, BlockStore.FOR_EVER);
        blockStore.block(12, 1, 1);
        new SqlDismissalStore(stage.database()).dismiss(1, 13, 1);
        var _ = userStore.suspend(14, 1);
        suspensions.lookUp();
        assertThat(ids(suggest(50))).containsExactly(15L);
    }

    @Test
    void mutedFolloweesHaveNoSay() {
        follow(1, 2, 3);
        follow(2, 10);
        follow(3, 11);
        blockStore.mute(1, 3, 1, BlockStore.FOR_EVER);
        assertThat(ids(suggest(10))).containsExactly(10L);
    }

    @Test
    void theWorkIsBoundedHoweverManyFolloweesThereAre() {
        LongStream.rangeClosed(2, 120).forEach(followee -> {
            follow(1, followee);
            follow(followee, 150);
        });
        Suggestion only = suggest(10).getFirst();
        assertThat(only.user().user().id()).isEqualTo(150);
        assertThat(only.followedByCount()).as("a sample").isEqualTo(50);
    }

    @Test
    void thereAreNeverMoreThanFifty() {
        follow(1, 2);
        follow(2, LongStream.rangeClosed(3, 120).toArray());
        assertThat(suggest(100)).hasSize(50);
    }

    private void follow(long follower, long... followees) {
        var _ = store.followAll(
                LongStream.of(followees)
                        .mapToObj(followee -> new Follow(follower, followee))
                        .toList(),
                1);
    }

    private void active(long... latestFirst) {
        authors = latestFirst;
    }

    private List<Suggestion> suggest(int limit) {
        SettableClock clock = new SettableClock(1_000);
        ActiveUsers active = new ActiveUsers(_ -> authors, store);
        active.refresh();
        Users users = new Users(userStore, this::noCounts, 1 << 20);
        return new Suggestions(
                        new Graph(store, 1 << 20, false),
                        new Blocks(blockStore, suspensions, clock, 1 << 20),
                        new Dismissals(new SqlDismissalStore(stage.database()), users, clock),
                        new FolloweesOfFollowees(store, active),
                        active,
                        users)
                .of(ME, limit);
    }

    private Map<Long, ProfileCounts.Counts> noCounts(long[] ids) {
        return new HashMap<>();
    }

    private static List<Long> ids(List<Suggestion> suggestions) {
        return suggestions.stream().map(one -> one.user().user().id()).toList();
    }
}
