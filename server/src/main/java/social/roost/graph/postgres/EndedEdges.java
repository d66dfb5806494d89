package social.roost.graph.postgres;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.graph.postgres.FollowerTable.Ended;

/**
 * Removes the rows in {@code follower} of edges that were removed long ago. A change of such an edge may still be in
 * progress in a process that was suspended for any time.
 *
 * <p>Consider one shard of followers, and the highest version among the rows that are old enough. All changes of that
 * shard up to this version took their versions before the row was applied here, more than {@link #KEPT} ago, so their
 * transactions are over. Those that were committed but not applied here yet are in that shard's {@code edge_change},
 * which a change leaves only after it has been applied. So everything below the lowest version there has been applied
 * at least once. This is recorded as settled in the transaction that removes the rows. From then on, a change that is
 * settled but finds no row is reverted ({@link FollowerTable}).
 */
final class EndedEdges {
    private static final Logger log = LoggerFactory.getLogger(EndedEdges.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int AT_ONCE = 1_000;

    private final GraphShards shards;

    EndedEdges(GraphShards shards) {
        this.shards = shards;
    }

    void remove() {
        for (GraphShard shard : shards.all()) {
            try {
                while (removeSome(shard) == AT_ONCE) {}
            } catch (UnavailableException e) {
                log.info("Could not remove ended edges on shard {} yet", shard.number(), e);
            }
        }
    }

    private int removeSome(GraphShard shard) {
        List<Ended> ended = shard.database().read(handle -> FollowerTable.ended(handle, KEPT.toMillis(), AT_ONCE));
        Map<GraphShard, List<Ended>> byOrigin =
                ended.stream().collect(Collectors.groupingBy(edge -> shards.of(edge.followerId())));
        return byOrigin.entrySet().stream()
                .mapToInt(entry -> settle(shard, entry.getKey(), entry.getValue()))
                .sum();
    }

    private static int settle(GraphShard shard, GraphShard origin, List<Ended> ended) {
        long highest = ended.stream().mapToLong(Ended::version).max().orElse(0);
        long settled = Math.min(highest, lowestUnapplied(origin) - 1);
        return shard.database().write(handle -> FollowerTable.settle(handle, origin.number(), settled, ended));
    }

    /** The lowest version that may not have been applied; greater than any other if there is none. */
    private static long lowestUnapplied(GraphShard origin) {
        return origin.database()
                .read(handle -> handle.createQuery("SELECT coalesce(min(version), ?) FROM edge_change")
                        .bind(0, Long.MAX_VALUE)
                        .mapTo(long.class)
                        .one());
    }
}
