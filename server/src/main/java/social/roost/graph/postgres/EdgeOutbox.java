package social.roost.graph.postgres;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.event.Outbox;
import social.roost.event.postgres.PostgresOutbox;

/**
 * The edge changes of one shard as the outbox of their events. A change is published only after it has been applied at
 * the followee's shard: consumers of a follow find it there.
 */
final class EdgeOutbox implements Outbox<Long> {
    private static final Logger log = LoggerFactory.getLogger(EdgeOutbox.class);

    private final GraphShard shard;
    private final GraphShards shards;

    EdgeOutbox(GraphShard shard, GraphShards shards) {
        this.shard = shard;
        this.shards = shards;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Applies them at the followees' shards first. Those of a shard that is down stay, and others overtake them.
     */
    @Override
    public List<Entry<Long>> leftBehind(int limit) {
        List<Entry<Long>> delivered = new ArrayList<>();
        Set<GraphShard> down = new HashSet<>();
        List<EdgeChange> page = page(0, limit);
        while (!page.isEmpty() && delivered.size() < limit) {
            List<EdgeChange> applied =
                    page.stream().filter(change -> deliver(change, down)).toList();
            applied.stream().filter(EdgeChange::told).forEach(change -> delivered.add(entry(change)));
            removeUntold(applied);
            page = page(page.getLast().version(), limit - delivered.size());
        }
        return delivered;
    }

    static Entry<Long> entry(EdgeChange change) {
        return new Entry<>(change.version(), change.event());
    }

    private List<EdgeChange> page(long after, int limit) {
        return shard.database()
                .read(handle -> handle.createQuery("""
                        SELECT * FROM edge_change
                        WHERE version > ? AND stored_at < (SELECT now_millis()) - ? ORDER BY version LIMIT ?""")
                        .bind(0, after)
                        .bind(1, PostgresOutbox.LEFT_BEHIND_AFTER.toMillis())
                        .bind(2, limit)
                        .map(FollowingTable.CHANGE)
                        .list());
    }

    private boolean deliver(EdgeChange change, Set<GraphShard> down) {
        GraphShard to = shards.of(change.followeeId());
        if (down.contains(to)) {
            return false;
        }
        try {
            shards.deliver(change);
            return true;
        } catch (UnavailableException e) {
            log.debug("Changes for shard {} are delayed", to.number(), e);
            down.add(to);
            return false;
        } catch (RuntimeException e) {
            log.error("Could not apply {}; will retry", change, e);
            return false;
        }
    }

    private void removeUntold(List<EdgeChange> applied) {
        List<Long> untold = applied.stream()
                .filter(change -> !change.told())
                .map(EdgeChange::version)
                .toList();
        if (!untold.isEmpty()) {
            remove(untold);
        }
    }

    @Override
    public void remove(List<Long> versions) {
        shard.database()
                .write(handle -> handle.createUpdate("DELETE FROM edge_change WHERE version = ANY(:versions)")
                        .bindArray("versions", Long.class, versions)
                        .execute());
    }
}
