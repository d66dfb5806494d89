package social.roost.graph.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import social.roost.base.Seed;
import social.roost.base.Together;
import social.roost.driver.postgres.PostgresStage;
import social.roost.driver.sql.Database;
import social.roost.event.Outbox;
import social.roost.event.Relay;
import social.roost.graph.GraphStore;
import social.roost.graph.GraphStore.Follow;

/** Changes reach the followee's shard late, out of order and repeatedly (SPEC A4). */
@Tag("stack")
@Timeout(240)
class LateChangesTest {
    private static final int THREADS = 8;
    private static PostgresStage postgres;
    private ShardedStage stage;

    @RegisterExtension
    final Seed seed = new Seed();

    @BeforeAll
    static void create() {
        postgres = new PostgresStage();
    }

    @AfterAll
    static void drop() {
        postgres.close();
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        stage = new ShardedStage(postgres, folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void bothSidesAgreeInTheEndWhateverTheOrder() throws Exception {
        List<EdgeChange> changes = race();
        Set<Follow> following = stage.rows.following();
        deliverInAnyOrder(changes);
        assertThat(stage.rows.followers()).isEqualTo(following);
        stage.rows.assertAgree();
        stage.rows.age();
        stage.relay.sweep(stage.store().outboxes());
        stage.rows.assertAgree();
    }

    @Test
    void whatWasAppliedIsKnownToBeOldWhenItsRowIsGone() throws Exception {
        List<EdgeChange> changes = race();
        deliverInAnyOrder(changes);
        removeChanges();
        stage.rows.age();
        stage.store().removeEnded();
        assertThat(stage.rows.ended()).isZero();
        deliverInAnyOrder(follows(changes));
        stage.rows.assertAgree();
    }

    @Test
    void whatHasNotBeenAppliedKeepsTheRowsOfItsEdge() throws Exception {
        Follow edge = edges().getFirst();
        stage.store().follow(edge.followerId(), edge.followeeId(), 1);
        stage.store().unfollow(edge.followerId(), edge.followeeId());
        stage.rows.age();
        stage.store().removeEnded();
        assertThat(stage.rows.ended()).isEqualTo(1);
        List<EdgeChange> follows = follows(stage.rows.changes());
        deliverInAnyOrder(follows);
        assertThat(stage.rows.followers()).isEmpty();

        removeChanges();
        stage.store().removeEnded();
        assertThat(stage.rows.ended()).isZero();
        deliverInAnyOrder(follows);
        assertThat(stage.rows.followers()).isEmpty();
        stage.store().follow(edge.followerId(), edge.followeeId(), 1);
        assertThat(stage.rows.followers()).containsExactly(edge);
        stage.rows.assertAgree();
    }

    @Test
    void rowsMayBeRemovedWhileOldChangesComeAndNewOnesAreMade() throws Exception {
        List<EdgeChange> changes = race();
        deliverInAnyOrder(changes);
        removeChanges();
        List<EdgeChange> old = follows(changes);
        GraphStore store = stage.store();
        Together.call(THREADS, thread -> {
            for (int i = 0; i < 40; i++) {
                if (thread == 0) {
                    stage.rows.age();
                    stage.store().removeEnded();
                } else if (thread < 5) {
                    stage.shards().deliver(old.get((thread * 31 + i * 7) % old.size()));
                } else {
                    Follow edge = edges().get(i % edges().size());
                    boolean _ = i % 2 == thread % 2
                            ? store.follow(edge.followerId(), edge.followeeId(), i)
                            : store.unfollow(edge.followerId(), edge.followeeId());
                    stage.relay.remove();
                }
            }
            return thread;
        });
        stage.rows.assertAgree();
    }

    /** Many threads change a few edges, while nothing reaches the followees' side. */
    private List<EdgeChange> race() throws Exception {
        List<GraphStore> stores = List.of(alone(0), alone(1));
        Together.call(THREADS, thread -> {
            Random own = new Random(seed.value() + thread);
            for (int i = 0; i < 25; i++) {
                Follow edge = edges().get(own.nextInt(edges().size()));
                GraphStore store = stores.get(stage.slots.shard(edge.followerId()));
                boolean _ = own.nextBoolean()
                        ? store.follow(edge.followerId(), edge.followeeId(), i)
                        : store.unfollow(edge.followerId(), edge.followeeId());
            }
            return thread;
        });
        Follow last = edges().getFirst();
        stores.getFirst().follow(last.followerId(), last.followeeId(), 1);
        stores.getFirst().unfollow(last.followerId(), last.followeeId());
        return stage.rows.changes();
    }

    /** A store that reaches only this shard. */
    private GraphStore alone(int reached) {
        List<Database> shards = IntStream.range(0, 2)
                .<Database>mapToObj(shard -> shard == reached
                        ? postgres.shards().get(shard)
                        : new UnwritableDatabase(postgres.shards().get(shard)))
                .toList();
        return stage.store(shards, new Silent());
    }

    /** Without the later changes they do harm, unless they are known to be outdated. */
    private static List<EdgeChange> follows(List<EdgeChange> changes) {
        return changes.stream().filter(EdgeChange::present).toList();
    }

    /** Each three times, by several threads concurrently. */
    private void deliverInAnyOrder(List<EdgeChange> changes) throws Exception {
        GraphShards shards = stage.shards();
        Together.call(3, thread -> {
            List<EdgeChange> shuffled = new ArrayList<>(changes);
            Collections.shuffle(shuffled, new Random(seed.value() + thread));
            shuffled.forEach(shards::deliver);
            return thread;
        });
    }

    private List<Follow> edges() {
        return List.of(
                new Follow(stage.user(0, 0), stage.user(1, 0)),
                new Follow(stage.user(1, 0), stage.user(0, 0)),
                new Follow(stage.user(0, 1), stage.user(1, 0)),
                new Follow(stage.user(0, 0), stage.user(0, 1)));
    }

    private void removeChanges() {
        List<Outbox<Long>> outboxes = stage.store().outboxes();
        IntStream.range(0, 2)
                .forEach(shard -> outboxes.get(shard)
                        .remove(stage.rows.changes().stream()
                                .filter(change -> stage.slots.shard(change.followerId()) == shard)
                                .map(EdgeChange::version)
                                .toList()));
    }

    /** A relay that publishes nothing. */
    private static final class Silent implements Relay {
        @Override
        public <K> void committed(Outbox<K> outbox, Outbox.Entry<K> entry) {}
    }
}
