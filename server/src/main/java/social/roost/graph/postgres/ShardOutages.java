package social.roost.graph.postgres;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs when edge changes start to wait for a shard and when they reach it again, and nothing in between. */
final class ShardOutages {
    private static final Logger log = LoggerFactory.getLogger(ShardOutages.class);

    private final Set<Integer> down = ConcurrentHashMap.newKeySet();

    void unreachable(GraphShard shard) {
        if (down.add(shard.number())) {
            log.warn("Shard {} of the graph is unavailable; follows of its users are delayed", shard.number());
        }
    }

    void reached(GraphShard shard) {
        if (!down.isEmpty() && down.remove(shard.number())) {
            log.info("Shard {} of the graph is available again", shard.number());
        }
    }
}
