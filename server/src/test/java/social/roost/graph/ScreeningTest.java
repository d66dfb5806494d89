package social.roost.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Rejection;
import social.roost.base.Rejection.Kind;
import social.roost.base.Together;
import social.roost.event.Event;
import social.roost.event.sql.SqliteStage;
import social.roost.graph.GraphStore.Counts;
import social.roost.graph.sql.SqlBlockStore;
import social.roost.graph.sql.SqlGraphStore;
import social.roost.user.NewAccount;
import social.roost.user.Suspensions;
import social.roost.user.User;
import social.roost.user.UserStore;
import social.roost.user.Users;
import social.roost.user.sql.SqlUserStore;

@DisplayName("B4: no follow outlives a block")
@Timeout(60)
class ScreeningTest {
    private static final long ALICE = 1;
    private static final long BOB = 2;
    private static final int RACES = 40;
    private static final long NOBODY = 2 * RACES + 3;

    private SqliteStage stage;
    private GraphStore edges;
    private BlockStore store;
    private Instance here;

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new SqliteStage(folder);
        edges = new SqlGraphStore(stage.database(), stage.events(), new Fame(4, 2));
        store = new SqlBlockStore(stage.database(), stage.events());
        new SqlUserStore(stage.database(), stage.events())
                .createAll(LongStream.range(1, NOBODY)
                        .mapToObj(id -> new NewAccount(User.named(id, "user_" + id, ""), id + "@example.org", null))
                        .toList());
        here = instance();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aBlockEndsTheFollowsInBothDirections() {
        here.follows.follow(ALICE, BOB);
        here.follows.follow(BOB, ALICE);
        here.screening.block(ALICE, BOB);
        assertApart(ALICE, BOB);
        assertThat(here.graph.follows(ALICE, BOB)).isFalse();
        assertThat(here.graph.follows(BOB, ALICE)).isFalse();
        assertThat(here.blocks.blocks(ALICE, BOB)).isTrue();
        assertThat(here.blocks.hiddenFrom(BOB).isBlockedBy(ALICE)).isTrue();
    }

    @Test
    void neitherFollowsTheOtherUntilTheBlockIsTakenBack() {
        here.screening.block(ALICE, BOB);
        assertRejected(Kind.FORBIDDEN, "blocked", () -> here.follows.follow(ALICE, BOB));
        assertRejected(Kind.FORBIDDEN, "blocked", () -> here.follows.follow(BOB, ALICE));
        assertApart(ALICE, BOB);
        here.screening.unblock(ALICE, BOB);
        assertApart(ALICE, BOB);
        here.follows.follow(BOB, ALICE);
        assertThat(edges.follows(BOB, ALICE)).isTrue();
    }

    @Test
    void nobodyBlocksOrMutesThemselvesOrSomeoneWhoDoesNotExist() {
        assertRejected(Kind.INVALID, "self_block", () -> here.screening.block(ALICE, ALICE));
        assertRejected(Kind.INVALID, "self_block", () -> here.screening.unblock(ALICE, ALICE));
        assertRejected(Kind.INVALID, "self_mute", () -> here.screening.mute(ALICE, ALICE, null));
        assertRejected(Kind.INVALID, "self_mute", () -> here.screening.unmute(ALICE, ALICE));
        assertRejected(Kind.NOT_FOUND, "not_found", () -> here.screening.block(ALICE, NOBODY));
        assertRejected(Kind.NOT_FOUND, "not_found", () -> here.screening.unblock(ALICE, NOBODY));
        assertRejected(Kind.NOT_FOUND, "not_found", () -> here.screening.mute(ALICE, NOBODY, null));
        assertRejected(Kind.NOT_FOUND, "not_found", () -> here.screening.unmute(ALICE, NOBODY));
    }

    @Test
    void aBlockThatACrashCutShortIsFinishedByItsEvent() {
        here.follows.follow(ALICE, BOB);
        here.follows.follow(BOB, ALICE);
        store.block(ALICE, BOB, 1);
        here.screening.consume(new Event.Blocked(ALICE, BOB));
        here.screening.consume(new Event.Blocked(ALICE, BOB));
        assertApart(ALICE, BOB);
        assertThat(here.graph.follows(BOB, ALICE)).isFalse();
    }

    @Test
    void aFollowThatACrashCutShortIsUndoneByItsEvent() {
        store.block(ALICE, BOB, 1);
        edges.follow(BOB, ALICE, 1);
        here.screening.consume(new Event.Followed(BOB, ALICE));
        assertApart(ALICE, BOB);
    }

    @Test
    void anEventThatComesLateLeavesWhatCameAfterTheBlock() {
        here.screening.block(ALICE, BOB);
        here.screening.unblock(ALICE, BOB);
        here.follows.follow(BOB, ALICE);
        here.screening.consume(new Event.Blocked(ALICE, BOB));
        assertThat(edges.follows(BOB, ALICE)).isTrue();
    }

    @Test
    void aFollowThatAnotherProcessHasBlockedIsRefusedThoughMemoryKnowsOfNoBlock() {
        assertThat(here.blocks.eitherBlocks(BOB, ALICE)).isFalse();
        instance().screening.block(ALICE, BOB);
        assertThat(here.blocks.eitherBlocks(BOB, ALICE)).isFalse();
        assertRejected(Kind.FORBIDDEN, "blocked", () -> here.follows.follow(BOB, ALICE));
        assertApart(ALICE, BOB);
    }

    @Test
    void noFollowOutlivesABlockThatItRaces() throws Exception {
        race(List.of(here));
    }

    @Test
    void noFollowOutlivesABlockThatItRacesFromAnotherProcess() throws Exception {
        race(List.of(here, instance(), instance()));
    }

    /** Two users follow each other from several processes while one blocks the other. */
    private void race(List<Instance> instances) throws Exception {
        int threads = 8;
        for (long user = 1; user <= 2 * RACES; user += 2) {
            long one = user;
            long other = user + 1;
            instances.forEach(instance -> loadBoth(instance.blocks, one, other));
            Together.call(threads, thread -> {
                Instance instance = instances.get(thread % instances.size());
                switch (thread) {
                    case 0 -> instance.screening.block(one, other);
                    case 1, 2, 3 -> followUnlessBlocked(instance, one, other);
                    default -> followUnlessBlocked(instance, other, one);
                }
                return thread;
            });
            assertApart(one, other);
        }
    }

    /** So that neither cache knows of a block. */
    private static void loadBoth(Blocks blocks, long one, long other) {
        assertThat(blocks.eitherBlocks(one, other)).isFalse();
        assertThat(blocks.eitherBlocks(other, one)).isFalse();
    }

    private static void followUnlessBlocked(Instance instance, long followerId, long followeeId) {
        try {
            instance.follows.follow(followerId, followeeId);
        } catch (Rejection rejection) {
            assertThat(rejection.code()).isEqualTo("blocked");
        }
    }

    /** Neither a row nor a count is left. */
    private void assertApart(long one, long other) {
        assertThat(edges.follows(one, other)).isFalse();
        assertThat(edges.follows(other, one)).isFalse();
        Counts none = new Counts(0, 0);
        Map<Long, Counts> counts = edges.counts(new long[] {one, other});
        assertThat(counts.getOrDefault(one, none)).isEqualTo(none);
        assertThat(counts.getOrDefault(other, none)).isEqualTo(none);
    }

    private static void assertRejected(Kind kind, String code, ThrowingCallable call) {
        assertThatExceptionOfType(Rejection.class).isThrownBy(call).satisfies(rejection -> {
            assertThat(rejection.kind()).isEqualTo(kind);
            assertThat(rejection.code()).isEqualTo(code);
        });
    }

    /** The caches of another process on the same stores, without events. */
    private Instance instance() {
        InstantSource clock = InstantSource.system();
        Graph graph = new Graph(edges, 1 << 20, true);
        UserStore accounts = new SqlUserStore(stage.database(), stage.events());
        Users users = new Users(accounts, ids -> Map.of(), 1 << 20);
        Suspensions suspensions = new Suspensions(accounts);
        Blocks blocks = new Blocks(store, suspensions, clock, 1 << 20);
        FollowEdges follows = new FollowEdges(edges, graph, users, blocks, clock);
        return new Instance(
                graph,
                blocks,
                new Follows(follows, graph, users, blocks, (follower, followee) -> {}, new GraphSettings(100)),
                new Screening(store, blocks, users, follows, clock));
    }

    private record Instance(Graph graph, Blocks blocks, Follows follows, Screening screening) {}
}
