package social.roost.graph.postgres;

import java.util.List;
import org.jdbi.v3.core.Handle;
import social.roost.graph.postgres.CountTable.More;

/** All shards of the graph, and the delivery of changes between them. */
record GraphShards(List<GraphShard> all, GraphSlots slots) {

    /** The shard with the user's rows. */
    GraphShard of(long userId) {
        return all.get(slots.shard(userId));
    }

    /** Delivers a change to the followee's shard; idempotent. */
    void deliver(EdgeChange change) {
        deliver(change, _ -> {});
    }

    /**
     * Delivers a change to the followee's shard.
     *
     * @param before runs first in the transaction
     */
    void deliver(EdgeChange change, HandleWork before) {
        GraphShard shard = of(change.followeeId());
        boolean _ = shard.database().write(handle -> {
            before.run(handle);
            shard.apply(handle, of(change.followerId()).number(), change, new More());
            return true;
        });
    }

    @FunctionalInterface
    interface HandleWork {
        void run(Handle handle);
    }
}
