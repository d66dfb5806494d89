package social.roost.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts and limits the memory buffered for clients: request bodies that are still arriving, and responses and events
 * that have not been received.
 *
 * <p>Each of these is a {@link Hold}. If all holds together exceed the limit, the client network with the largest total
 * loses its largest holds, until an eighth of the limit is free. A client that sends and reads promptly holds next to
 * nothing, so it is never affected.
 *
 * <p>A network that has more than its share, a quarter of what is free, cannot start another request with a large body.
 * So large bodies of one network take at most a fifth of the limit, and each is counted as a whole before it is read.
 *
 * <p>Thread-safe.
 */
public final class PendingBytes {
    /** Bytes that a request or stream takes in addition to its data: headers, buffers, protocol state. */
    static final int OVERHEAD = 8 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(PendingBytes.class);
    private static final int SHARE = 4;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final long limit;
    private final LongAdder total = new LongAdder();
    private final LongAdder evictions = new LongAdder();
    private final Set<Hold> holds = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<Long, Long> ofNetworks = new ConcurrentHashMap<>();
    private final AtomicLong warned = new AtomicLong(System.nanoTime() - MINUTE_NANOS);

    /** @param limit in bytes */
    PendingBytes(long limit) {
        this.limit = limit;
    }

    /** The bytes that are pending now. */
    public long total() {
        return total.sum();
    }

    /** Registers the gauge of pending bytes and the counter of evictions. */
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("roost.http.pending", this, PendingBytes::total)
                .description("Bytes of requests, responses and events buffered for slow clients.")
                .baseUnit("bytes")
                .register(registry);
        FunctionCounter.builder("roost.http.evictions", evictions, LongAdder::sum)
                .description(
                        "Requests, responses and streams ended because too many bytes were buffered for slow clients.")
                .register(registry);
    }

    /**
     * Starts to count.
     *
     * @param network of the client, see {@link ClientAddress#network}
     * @param evict drops what is pending; called at most once, from any thread, and must not block
     */
    Hold hold(long network, Runnable evict) {
        Hold hold = new Hold(network, evict);
        holds.add(hold);
        return hold;
    }

    private void count(long network, long more) {
        total.add(more);
        ofNetworks.merge(network, more, (before, added) -> before + added == 0 ? null : (Long) (before + added));
    }

    private void check() {
        if (total.sum() > limit) {
            makeRoom();
        }
    }

    private synchronized void makeRoom() {
        long excess = total.sum() - limit;
        if (excess <= 0) {
            return; // another thread has just done so
        }
        long wanted = excess + limit / 8;
        while (wanted > 0) {
            List<Hold> largest = ofTheLargestNetwork();
            if (largest.isEmpty()) {
                return;
            }
            for (int i = 0; i < largest.size() && wanted > 0; i++) {
                wanted -= largest.get(i).evict();
            }
        }
        warn();
    }

    /** Its holds, the largest first, and the oldest first among equal ones: a prompt client's holds are never old. */
    private List<Hold> ofTheLargestNetwork() {
        return ofNetworks.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(largest -> holdsOf(largest.getKey()))
                .orElse(List.of());
    }

    private List<Hold> holdsOf(long network) {
        return holds.stream()
                .filter(hold -> hold.network == network)
                .sorted(Comparator.comparingLong(Hold::bytes).reversed().thenComparingLong(hold -> hold.startNanos))
                .toList();
    }

    private void warn() {
        long now = System.nanoTime();
        long last = warned.get();
        if (now - last >= MINUTE_NANOS && warned.compareAndSet(last, now)) {
            LOG.warn(
                    "Slow clients held more than {} bytes (http.maximum-pending); ended the largest of their requests and"
                            + " streams.",
                    limit);
        }
    }

    /** The memory that one request, response or stream takes until its client sends or reads on. */
    public final class Hold implements AutoCloseable {
        private final long network;
        private final Runnable evict;
        private final long startNanos = System.nanoTime();
        private final AtomicLong bytes = new AtomicLong();
        private final AtomicBoolean ended = new AtomicBoolean();

        private Hold(long network, Runnable evict) {
            this.network = network;
            this.evict = evict;
        }

        long bytes() {
            return bytes.get();
        }

        /** Adds bytes; a negative number subtracts. */
        public void add(long more) {
            if (!ended.get()) {
                bytes.addAndGet(more);
                count(network, more);
                if (ended.get()) {
                    release();
                } else if (more > 0) {
                    check();
                }
            }
        }

        /** Whether the network of the client has more than its share. */
        boolean isOverShare() {
            return ofNetworks.getOrDefault(network, 0L) * SHARE > limit - total.sum();
        }

        /** Releases everything it counted. Idempotent. */
        @Override
        public void close() {
            if (ended.compareAndSet(false, true)) {
                holds.remove(this);
                release();
            }
        }

        /** An addition may race with the end: whichever comes last removes everything from the total. */
        private long release() {
            long rest = bytes.getAndSet(0);
            count(network, -rest);
            return rest;
        }

        private long evict() {
            if (!ended.compareAndSet(false, true)) {
                return 0;
            }
            holds.remove(this);
            evictions.increment();
            evict.run();
            return release();
        }
    }
}
