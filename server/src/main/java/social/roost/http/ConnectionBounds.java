package social.roost.http;

import io.vertx.core.http.HttpConnection;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What clients may take by connections alone: how many from one address, and how long for the head of a request. */
final class ConnectionBounds {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionBounds.class);
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final int perAddress;
    private final long headMillis;
    private final TrustedProxies proxies;
    private final ConcurrentMap<Long, Integer> byNetwork = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong warned = new AtomicLong(System.nanoTime() - MINUTE_NANOS);

    ConnectionBounds(HttpSettings settings) {
        this.perAddress = settings.connectionsPerAddress();
        this.headMillis = settings.requestTimeout().toMillis();
        this.proxies = settings.proxies();
    }

    int open() {
        return open.get();
    }

    /** Called on the event loop of a connection that was just opened. */
    void watch(HttpConnection connection) {
        open.incrementAndGet();
        ClientAddress address = Objects.requireNonNull(
                ClientAddress.parse(connection.remoteAddress().hostAddress()));
        boolean counts = perAddress > 0 && !proxies.speaksForOthers(address);
        connection.closeHandler(nothing -> closed(address, counts));
        if (counts && byNetwork.merge(address.network(), 1, Integer::sum) > perAddress) {
            warn(address);
            var _ = connection.close();
        } else {
            HeadDeadline.watch(connection, headMillis);
        }
    }

    private void closed(ClientAddress address, boolean counted) {
        open.decrementAndGet();
        if (counted) {
            byNetwork.computeIfPresent(address.network(), (network, count) -> count == 1 ? null : count - 1);
        }
    }

    private void warn(ClientAddress address) {
        long now = System.nanoTime();
        long last = warned.get();
        if (now - last >= MINUTE_NANOS && warned.compareAndSet(last, now)) {
            LOG.warn(
                    "{} has {} connections, the most that one address may have (http.connections-per-address). If it is a"
                            + " proxy of yours, name it in http.trusted-proxies.",
                    address,
                    perAddress);
        }
    }
}
