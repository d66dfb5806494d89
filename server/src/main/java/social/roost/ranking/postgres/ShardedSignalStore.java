package social.roost.ranking.postgres;

import java.util.List;
import social.roost.graph.postgres.GraphSlots;
import social.roost.ranking.HomeChoice;
import social.roost.ranking.Signal;
import social.roost.ranking.SignalStore;

/** Signals on the shards of the graph: everything of a reader is on the shard of the reader. */
public final class ShardedSignalStore implements SignalStore {
    private final List<? extends SignalStore> shards;
    private final GraphSlots slots;

    /** @param shards one for each database, in the order of the graph's */
    public ShardedSignalStore(List<? extends SignalStore> shards, GraphSlots slots) {
        this.shards = shards;
        this.slots = slots;
    }

    @Override
    public void add(long readerId, Signal signal) {
        shardOf(readerId).add(readerId, signal);
    }

    @Override
    public void remove(long readerId, long tweetId, Signal.Kind kind) {
        shardOf(readerId).remove(readerId, tweetId, kind);
    }

    @Override
    public List<Signal> of(long readerId) {
        return shardOf(readerId).of(readerId);
    }

    @Override
    public HomeChoice choice(long readerId) {
        return shardOf(readerId).choice(readerId);
    }

    @Override
    public void choose(long readerId, HomeChoice choice) {
        shardOf(readerId).choose(readerId, choice);
    }

    private SignalStore shardOf(long readerId) {
        return shards.get(slots.shard(readerId));
    }
}
