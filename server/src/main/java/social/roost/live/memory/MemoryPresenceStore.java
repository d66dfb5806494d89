package social.roost.live.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import social.roost.live.Presence;
import social.roost.live.PresenceStore;

/** Presence in the memory of one process. The number of users who left and are remembered is limited. */
public final class MemoryPresenceStore implements PresenceStore {
    private static final int MAXIMUM_ACTIVE = 1_000_000;

    private final Map<Long, Set<String>> nodesByUser = new HashMap<>();
    private final Map<String, Set<Long>> usersByNode = new HashMap<>();
    private final Map<String, Long> leaseEnds = new HashMap<>();
    private final Cache<Long, Long> left;
    private final InstantSource clock;

    /** @param activeTime how long users stay active after they have left */
    public MemoryPresenceStore(Duration activeTime, InstantSource clock) {
        this.left = Caffeine.newBuilder()
                .maximumSize(MAXIMUM_ACTIVE)
                .expireAfterWrite(activeTime)
                .build();
        this.clock = clock;
    }

    @Override
    public synchronized void arrive(String node, long[] userIds) {
        for (long id : userIds) {
            usersOf(node).add(id);
            nodesByUser.computeIfAbsent(id, _ -> HashSet.newHashSet(1)).add(node);
            left.invalidate(id);
        }
    }

    @Override
    public synchronized void leave(String node, long[] userIds) {
        for (long id : userIds) {
            usersOf(node).remove(id);
            leave(node, id);
        }
    }

    @Override
    public synchronized boolean renew(String node, Duration lease) {
        Long end = leaseEnds.get(node);
        if (end != null && end < clock.millis()) {
            return false;
        }
        leaseEnds.put(node, clock.millis() + lease.toMillis());
        return end != null;
    }

    @Override
    public synchronized void endExpired() {
        List<String> expired = leaseEnds.entrySet().stream()
                .filter(lease -> lease.getValue() < clock.millis())
                .map(Map.Entry::getKey)
                .toList();
        for (String node : expired) {
            usersOf(node).forEach(id -> leave(node, id));
            usersByNode.remove(node);
            leaseEnds.remove(node);
        }
    }

    @Override
    public synchronized Map<Long, Presence> find(long[] userIds) {
        Map<Long, Presence> found = HashMap.newHashMap(userIds.length);
        for (long id : userIds) {
            Presence presence = find(id);
            if (presence != null) {
                found.put(id, presence);
            }
        }
        return found;
    }

    private Set<Long> usersOf(String node) {
        return usersByNode.computeIfAbsent(node, _ -> new HashSet<>());
    }

    private void leave(String node, long userId) {
        Set<String> nodes = nodesByUser.get(userId);
        if (nodes != null && nodes.remove(node) && nodes.isEmpty()) {
            nodesByUser.remove(userId);
            left.put(userId, clock.millis());
        }
    }

    private @Nullable Presence find(long userId) {
        if (nodesByUser.containsKey(userId)) {
            return Presence.LIVE;
        }
        Long leftAt = left.getIfPresent(userId);
        return leftAt == null ? null : Presence.active(leftAt);
    }
}
