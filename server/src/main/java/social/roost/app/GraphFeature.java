package social.roost.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import social.roost.base.CacheUse;
import social.roost.event.EventConsumer;
import social.roost.graph.Blocks;
import social.roost.graph.Graph;

/** Reads who follows, blocks and mutes whom, from caches. {@link FollowFeature} changes it. */
final class GraphFeature implements Feature {
    final Graph graph;
    final Blocks blocks;

    private final Stores.OfGraph stores;

    GraphFeature(Config config, Stores stores, UserFeature users) {
        MemorySettings memory = config.memory();
        Infrastructure infrastructure = stores.infrastructure();
        this.stores = stores.graph();
        graph = new Graph(this.stores.follows(), memory.bytes(memory.graph()), infrastructure.shared() != null);
        blocks = new Blocks(
                this.stores.blocks(), users.suspensions, infrastructure.clock(), memory.bytes(memory.blocks()));
    }

    @Override
    public List<EventConsumer> invalidations() {
        return List.of(new GraphInvalidation(graph, blocks));
    }

    @Override
    public List<Runnable> startTasks(Set<Role> roles) {
        return List.of(stores.follows()::applyThresholds);
    }

    @Override
    public Map<String, CacheUse> caches() {
        Map<String, CacheUse> caches = new HashMap<>(graph.caches());
        caches.put("blocks", blocks.cache());
        return caches;
    }
}
