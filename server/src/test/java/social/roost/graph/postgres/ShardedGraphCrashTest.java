package social.roost.graph.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import social.roost.base.UnavailableException;
import social.roost.driver.TcpLink;
import social.roost.driver.postgres.PostgresStage;
import social.roost.driver.sql.Database;
import social.roost.event.Await;
import social.roost.event.Event;
import social.roost.event.Event.FameGained;
import social.roost.event.Event.FameLost;
import social.roost.event.Event.Followed;
import social.roost.event.Event.Unfollowed;
import social.roost.event.HeardEvents;
import social.roost.event.Outbox;
import social.roost.event.Relay;
import social.roost.graph.GraphStore;
import social.roost.graph.GraphStore.Follow;

/** What is left if a process crashes or a shard is down in the middle of a follow (SPEC A4, B2, K4). */
@Tag("stack")
@Timeout(240)
class ShardedGraphCrashTest {
    private static TcpLink link;
    private static PostgresStage postgres;
    private ShardedStage stage;
    private HeardEvents heard;

    @BeforeAll
    static void create() {
        link = PostgresStage.link();
        postgres = new PostgresStage(link);
    }

    @AfterAll
    static void drop() {
        postgres.close();
        link.close();
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new ShardedStage(postgres, folder);
        heard = new HeardEvents(stage.log.events());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "1, 0"})
    void whereverAProcessEndsAFollowIsWholeInTheEnd(int from, int to) {
        boolean reached = true;
        int point = 0;
        for (; reached; point++) {
            long follower = stage.user(from, 2 * point);
            long followee = stage.user(to, 2 * point + 1);
            CrashPoint crash = new CrashPoint(point);
            attempt(() -> crashing(crash).follow(follower, followee, 1));
            reached = crash.isReached();
            settle();
            boolean follows = stage.store().follows(follower, followee);
            assertThat(stage.store().isFamous(followee)).isEqualTo(follows);
            assertThat(told(followee))
                    .isEqualTo(follows ? Set.of(new Followed(follower, followee), new FameGained(followee)) : Set.of());
        }
        assertThat(point).isGreaterThan(from == to ? 4 : 7);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "1, 0"})
    void whereverAProcessEndsAnUnfollowIsWholeInTheEnd(int from, int to) {
        boolean reached = true;
        for (int point = 0; reached; point++) {
            long follower = stage.user(from, 2 * point);
            long followee = stage.user(to, 2 * point + 1);
            stage.store().follow(follower, followee, 1);
            Set<Event> before = told(followee);
            CrashPoint crash = new CrashPoint(point);
            attempt(() -> crashing(crash).unfollow(follower, followee));
            reached = crash.isReached();
            settle();
            boolean follows = stage.store().follows(follower, followee);
            assertThat(stage.store().isFamous(followee)).isEqualTo(follows);
            Set<Event> since = new HashSet<>(told(followee));
            since.removeAll(before);
            assertThat(since)
                    .isEqualTo(follows ? Set.of() : Set.of(new Unfollowed(follower, followee), new FameLost(followee)));
        }
    }

    @Test
    void whereverABulkImportEndsItsEdgesAreWholeInTheEnd() {
        boolean reached = true;
        for (int point = 0; reached; point++) {
            long first = 1_000_000L * (point + 1);
            List<Follow> follows = LongStream.range(first, first + 20)
                    .mapToObj(id -> new Follow(id, first + 20 + id % 3))
                    .toList();
            CrashPoint crash = new CrashPoint(point);
            attempt(() -> {
                int _ = crashing(crash).followAll(follows, 1);
            });
            reached = crash.isReached();
            settle();
            int left = stage.store().followAll(follows, 1);
            settle();
            assertThat(left).isBetween(0, 20);
            assertThat(stage.rows.following()).containsAll(follows);
        }
        assertThat(heard.all()).noneMatch(Followed.class::isInstance);
    }

    @Test
    void whileTheFolloweesShardIsDownAFollowIsDurableAndOthersGoOn() throws Exception {
        long alice = stage.user(0, 0);
        long bob = stage.user(0, 1);
        long carol = stage.user(1, 0);
        GraphStore store = stage.store();
        link.cut();
        assertThat(store.follow(alice, carol, 1)).isTrue();
        assertThat(store.follow(alice, bob, 1)).isTrue();
        assertThat(store.follow(bob, carol, 1)).isTrue();
        assertThat(store.unfollow(bob, carol)).isTrue();
        assertThat(store.follow(alice, carol, 1)).isFalse();
        assertThat(store.followees(alice)).contains(bob, carol);
        assertThat(store.followers(bob)).containsExactly(alice);
        assertThatThrownBy(() -> store.followers(carol)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> store.follow(carol, alice, 1)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> store.counts(new long[] {alice, carol})).isInstanceOf(UnavailableException.class);
        assertThat(heard.all()).containsExactly(new Followed(alice, bob), new FameGained(bob));

        link.mend();
        Await.until(() -> isUp(carol));
        assertThat(store.followers(carol)).isEmpty();
        settle();
        assertThat(store.followers(carol)).containsExactly(alice);
        assertThat(told(carol))
                .containsExactlyInAnyOrder(
                        new Followed(alice, carol),
                        new FameGained(carol),
                        new Followed(bob, carol),
                        new Unfollowed(bob, carol));
    }

    @Test
    void whatWaitsForAShardKeepsNothingElseBack() throws Exception {
        long alice = stage.user(0, 0);
        GraphStore unrelayed = stage.store(postgres.shards(), new Unreachable());
        link.cut();
        IntStream.range(0, 6).forEach(i -> unrelayed.follow(alice, stage.user(1, i), 1));
        long bob = stage.user(0, 1);
        unrelayed.follow(alice, bob, 1);
        stage.rows.shards().getFirst().write(handle -> handle.execute("UPDATE edge_change SET stored_at = 0"));
        Outbox<Long> changes = stage.store().outboxes().getFirst();
        assertThat(changes.leftBehind(2)).extracting(Outbox.Entry::event).containsExactly(new Followed(alice, bob));

        link.mend();
        Await.until(() -> isUp(stage.user(1, 0)));
        Await.until(() -> changes.leftBehind(2).size() == 2);
        settle();
    }

    /**
     * Whether several reads in a row succeed: the circuit closes only after some, and until then opens at the next
     * failure.
     */
    private boolean isUp(long userId) {
        try {
            for (int i = 0; i < 5; i++) {
                var _ = stage.store().followers(userId);
            }
            return true;
        } catch (UnavailableException e) {
            return false;
        }
    }

    private Set<Event> told(long followee) {
        return Set.copyOf(heard.of(followee));
    }

    private GraphStore crashing(CrashPoint crash) {
        List<Database> shards = postgres.shards().stream().map(crash::before).toList();
        return stage.store(shards, crash.before(stage.relay));
    }

    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("crashed");
        }
    }

    /** Sweeps twice, because the first sweep may leave the fame event. */
    private void settle() {
        stage.relay.forget();
        for (int i = 0; i < 2; i++) {
            stage.rows.age();
            stage.relay.sweep(stage.store().outboxes());
        }
        stage.rows.assertAgree();
        assertThat(stage.rows.changes()).isEmpty();
    }

    /** An unreachable log. */
    private static final class Unreachable implements Relay {
        @Override
        public <K> void committed(Outbox<K> outbox, Outbox.Entry<K> entry) {}
    }
}
