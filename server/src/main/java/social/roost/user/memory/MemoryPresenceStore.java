package social.roost.user.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import social.roost.user.Presence;
import social.roost.user.PresenceStore;

/** Presence in the memory of one process. Of those who left it remembers so many at most. */
public final class MemoryPresenceStore implements PresenceStore {
    private static final int MAXIMUM_ACTIVE = 1_000_000;

    private final Map<Long, Set<String>> nodesByUser = new HashMap<>();
    private final Map<String, Set<Long>> usersByNode = new HashMap<>();
    private final Map<String, Long> leaseEnds = new HashMap<>();
    private final Cache<Long, Long> left;
    private final InstantSource clock;

    /** @param activeTime for which users stay active after they have left */
    public MemoryPresenceStore(Duration activeTime, InstantSource clock) {
        this.left = Caffeine.newBuilder()
                .maximumSize(MAXIMUM_ACTIVE)
                .expireAfterWrite(activeTime)
                .build();
        this.clock = clock;
    }

    @Override
    public synchronized long[] arrive(String node, long[] userIds) {
        Arrays.stream(userIds).forEach(id -> usersOf(node).add(id));
        return Arrays.stream(userIds).filter(id -> arrive(node, id)).toArray();
    }

    @Override
    public synchronized long[] leave(String node, long[] userIds) {
        Arrays.stream(userIds).forEach(id -> usersOf(node).remove(id));
        return leaveAll(node, userIds);
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
    public synchronized void endExpired(Consumer<long[]> gone) {
        List<String> expired = leaseEnds.entrySet().stream()
                .filter(lease -> lease.getValue() < clock.millis())
                .map(Map.Entry::getKey)
                .toList();
        for (String node : expired) {
            gone.accept(
                    leaveAll(node, usersOf(node).stream().mapToLong(id -> id).toArray()));
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

    private long[] leaveAll(String node, long[] userIds) {
        return Arrays.stream(userIds).filter(id -> leave(node, id)).toArray();
    }

    private boolean arrive(String node, long userId) {
        Set<String> nodes = nodesByUser.computeIfAbsent(userId, _ -> HashSet.newHashSet(1));
        nodes.add(node);
        left.invalidate(userId);
        return nodes.size() == 1;
    }

    private boolean leave(String node, long userId) {
        Set<String> nodes = nodesByUser.get(userId);
        if (nodes != null && nodes.remove(node) && nodes.isEmpty()) {
            nodesByUser.remove(userId);
            left.put(userId, clock.millis());
        }
        return !nodesByUser.containsKey(userId) && left.getIfPresent(userId) != null;
    }

    private @Nullable Presence find(long userId) {
        if (nodesByUser.containsKey(userId)) {
            return Presence.LIVE;
        }
        Long leftAt = left.getIfPresent(userId);
        return leftAt == null ? null : Presence.active(leftAt);
    }
}
