package social.roost.graph.postgres;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;
import social.roost.driver.sql.Database.Work;
import social.roost.event.Relay;
import social.roost.graph.GraphStore.Follow;
import social.roost.graph.postgres.CountTable.More;

/** Changes edges: first the follower's side, which makes the change durable, then the followee's side. */
final class EdgeWriter {
    private static final Logger log = LoggerFactory.getLogger(EdgeWriter.class);
    private static final int AT_ONCE = 1_000;

    private final GraphShards shards;
    private final List<EdgeOutbox> outboxes;
    private final Relay relay;
    private final EdgeTurns turns = new EdgeTurns();
    private final ShardOutages outages = new ShardOutages();

    EdgeWriter(GraphShards shards, List<EdgeOutbox> outboxes, Relay relay) {
        this.shards = shards;
        this.outboxes = outboxes;
        this.relay = relay;
    }

    boolean follow(Follow follow, long now) {
        return change(follow, handle -> FollowingTable.add(handle, List.of(follow), now, true));
    }

    boolean unfollow(Follow follow) {
        return change(follow, handle -> FollowingTable.remove(handle, follow));
    }

    private boolean change(Follow follow, Work<List<EdgeChange>> ownSide) {
        return turns.take(follow, () -> {
            GraphShard own = shards.of(follow.followerId());
            boolean same = own.equals(shards.of(follow.followeeId()));
            List<EdgeChange> made = own.database().write(handle -> {
                List<EdgeChange> changes = ownSide.apply(handle);
                changes.forEach(change -> count(handle, own, change, same));
                return changes;
            });
            if (!same) {
                made.forEach(this::deliver);
            }
            return !made.isEmpty();
        });
    }

    private void count(Handle handle, GraphShard own, EdgeChange change, boolean same) {
        More more = new More();
        more.following(change.followerId(), change.present() ? 1 : -1);
        if (same) {
            relayAfterCommit(handle, change);
            own.apply(handle, own.number(), change, more);
        } else {
            CountTable.add(handle, more);
        }
    }

    /** The change is durable, so a failure here must not fail it: the outbox delivers it later. */
    private void deliver(EdgeChange change) {
        GraphShard to = shards.of(change.followeeId());
        try {
            shards.deliver(change, handle -> relayAfterCommit(handle, change));
            outages.reached(to);
        } catch (UnavailableException e) {
            outages.unreachable(to);
        } catch (RuntimeException e) {
            log.warn("{} waits for the followee's shard", change, e);
        }
    }

    /** Before anything else of this commit, so that a follow precedes the fame that it caused in the log. */
    private void relayAfterCommit(Handle handle, EdgeChange change) {
        EdgeOutbox outbox = outboxes.get(shards.of(change.followerId()).number());
        handle.afterCommit(() -> relay.committed(outbox, EdgeOutbox.entry(change)));
    }

    int followAll(List<Follow> follows, long now) {
        Map<GraphShard, List<Follow>> byShard =
                follows.stream().collect(Collectors.groupingBy(follow -> shards.of(follow.followerId())));
        int added = 0;
        for (Map.Entry<GraphShard, List<Follow>> entry : byShard.entrySet()) {
            List<Follow> ofShard = entry.getValue();
            for (int from = 0; from < ofShard.size(); from += AT_ONCE) {
                List<Follow> batch = ofShard.subList(from, Math.min(ofShard.size(), from + AT_ONCE));
                added += followSome(entry.getKey(), batch, now);
            }
        }
        return added;
    }

    private int followSome(GraphShard own, List<Follow> follows, long now) {
        List<EdgeChange> made = own.database().write(handle -> {
            List<EdgeChange> changes = FollowingTable.add(handle, follows, now, false);
            More more = new More();
            changes.forEach(change -> more.following(change.followerId(), 1));
            CountTable.add(handle, more);
            return changes;
        });
        made.stream()
                .collect(Collectors.groupingBy(change -> shards.of(change.followeeId())))
                .forEach((shard, changes) -> deliverAll(own, shard, changes));
        return made.size();
    }

    private void deliverAll(GraphShard from, GraphShard to, List<EdgeChange> changes) {
        try {
            to.database().write(handle -> to.apply(handle, from.number(), changes, new More()));
            outages.reached(to);
            outboxes.get(from.number()).remove(versions(changes));
        } catch (UnavailableException e) {
            outages.unreachable(to);
        } catch (RuntimeException e) {
            log.warn("{} new edges wait for the followees' shard", changes.size(), e);
        }
    }

    private static List<Long> versions(List<EdgeChange> changes) {
        return changes.stream().map(EdgeChange::version).toList();
    }
}
