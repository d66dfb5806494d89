package social.roost.gateway;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The number of concurrent calls to a role, shared by the networks of clients. A network may have another call as long
 * as it has less than a quarter of the number that is still free. A single network thus gets a fifth of the capacity,
 * and however many there are, some capacity remains for the next one. Source: the dynamic threshold of Choudhury and
 * Hahne, Dynamic Queue Length Thresholds for Shared-Memory Packet Switches (1998).
 *
 * <p>Thread-safe.
 */
final class RoleCapacity {
    private static final int SHARE = 4;

    private final int maximumCalls;
    private final AtomicInteger calls = new AtomicInteger();
    private final ConcurrentMap<Long, Integer> ofNetworks = new ConcurrentHashMap<>();

    RoleCapacity(int maximumCalls) {
        this.maximumCalls = maximumCalls;
    }

    /**
     * Whether another call of this client may start; if so, {@link #leave} must follow.
     *
     * @param network of the client, as numbered by {@code Exchange.clientNetwork}
     */
    boolean tryEnter(long network) {
        int free = maximumCalls - calls.getAndIncrement();
        int own = ofNetworks.merge(network, 1, Integer::sum) - 1;
        if (own * SHARE < free) {
            return true;
        }
        leave(network);
        return false;
    }

    void leave(long network) {
        ofNetworks.computeIfPresent(network, (key, own) -> own == 1 ? null : own - 1);
        calls.decrementAndGet();
    }
}
