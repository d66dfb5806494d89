package social.roost.driver.redis;

import io.lettuce.core.cluster.SlotHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Splits keys into parts for one script each; small ones, because a script blocks Redis. */
final class KeyGroups {
    private static final int SIZE = 100;

    private KeyGroups() {}

    /** For a single node, which has all keys. */
    static List<List<String>> bySize(List<String> keys) {
        List<List<String>> groups = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += SIZE) {
            groups.add(keys.subList(from, Math.min(keys.size(), from + SIZE)));
        }
        return groups;
    }

    /** For a Redis Cluster, in which a script sees one slot. */
    static List<List<String>> bySlot(List<String> keys) {
        Map<Integer, List<String>> slots = new HashMap<>();
        for (String key : keys) {
            slots.computeIfAbsent(SlotHash.getSlot(key), slot -> new ArrayList<>())
                    .add(key);
        }
        return slots.values().stream()
                .map(KeyGroups::bySize)
                .flatMap(Collection::stream)
                .toList();
    }
}
