package social.roost.http;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open connections of a listener, counted from the moment a connection is accepted until its socket is closed,
 * whatever protocol it uses.
 *
 * <p>A connection is <em>unproven</em> until it has sent its first complete request head. If an address, or all
 * addresses together, have reached their limit, the oldest unproven connection is closed to make room for the next one.
 * So silent connections cannot lock out clients that send requests. The next connection is rejected only if all are
 * proven.
 *
 * <p>Thread-safe.
 */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final long MINUTE_NANOS = 60_000_000_000L;

    /** How many connections may be closing beyond the maximum. */
    private static final int MAXIMUM_CLOSING = 64;

    private final int maximum;
    private final int perAddress;
    private final TrustedProxies proxies;
    private final Map<Long, Network> networks = new HashMap<>();
    private int open;
    private long warnedNanos = System.nanoTime() - MINUTE_NANOS;

    Connections(HttpSettings settings) {
        this.maximum = settings.connectionsAtMost();
        this.perAddress = settings.connectionsPerAddress();
        this.proxies = settings.proxies();
    }

    synchronized int open() {
        return open;
    }

    /** Whether another connection may be accepted now, or some must close first. */
    synchronized boolean hasRoom() {
        return open < maximum + MAXIMUM_CLOSING;
    }

    /** Whether the connection may stay. If so, {@link #closed} must be called later. */
    synchronized boolean admit(ConnectionGuard guard) {
        Network network = networks.computeIfAbsent(guard.address().network(), key -> new Network());
        if (!makesRoom(guard, network)) {
            forgetIfEmpty(guard, network);
            return false;
        }
        open++;
        network.open++;
        network.unproven.add(guard);
        return true;
    }

    /** Called when the connection has sent a complete request head. */
    synchronized void proven(ConnectionGuard guard) {
        Network network = networks.get(guard.address().network());
        if (network != null) {
            network.unproven.remove(guard);
        }
    }

    synchronized void closed(ConnectionGuard guard) {
        Network network = Objects.requireNonNull(networks.get(guard.address().network()));
        network.unproven.remove(guard);
        network.open--;
        open--;
        forgetIfEmpty(guard, network);
    }

    private void forgetIfEmpty(ConnectionGuard guard, Network network) {
        if (network.open == 0) {
            networks.remove(guard.address().network());
        }
    }

    private boolean makesRoom(ConnectionGuard guard, Network network) {
        if (perAddress > 0 && network.open >= perAddress && !proxies.speaksForOthers(guard.address())) {
            warn(guard.address() + " has " + perAddress + " connections, the limit for one address"
                    + " (http.connections-per-address). If it is your proxy, add it to http.trusted-proxies.");
            return endOldestUnproven(network);
        }
        if (open >= maximum) {
            warn("There are " + maximum + " connections, the limit of this process (http.maximum-connections).");
            return networks.values().stream()
                    .max(Comparator.comparingInt(each -> each.unproven.size()))
                    .filter(Connections::endOldestUnproven)
                    .isPresent();
        }
        return true;
    }

    private static boolean endOldestUnproven(Network network) {
        Iterator<ConnectionGuard> oldest = network.unproven.iterator();
        if (!oldest.hasNext()) {
            return false;
        }
        ConnectionGuard victim = oldest.next();
        oldest.remove();
        victim.end();
        return true;
    }

    private void warn(String message) {
        long now = System.nanoTime();
        if (now - warnedNanos >= MINUTE_NANOS) {
            warnedNanos = now;
            LOG.warn("{}", message);
        }
    }

    private static final class Network {
        int open;
        final Set<ConnectionGuard> unproven = new LinkedHashSet<>();
    }
}
