package social.roost.base;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Creates ids that are unique across nodes and ascend with time: 41 bits of milliseconds since {@link #EPOCH}, 10 bits
 * of node, 12 bits of sequence. The layout is Twitter's Snowflake.
 *
 * <p>If the clock goes back, ids do not: the generator stays at the last millisecond it used and continues to count,
 * using the following milliseconds when the sequence is full.
 */
public final class Snowflake {
    /** That of Twitter. So ids have 19 digits until 2080, and their order as text is that as numbers. */
    public static final Instant EPOCH = Instant.parse("2010-11-04T01:42:54.657Z");

    public static final int MAXIMUM_NODE = 1023;

    private static final long EPOCH_MILLIS = EPOCH.toEpochMilli();
    private static final int SEQUENCE_BITS = 12;
    private static final int TIME_SHIFT = 22;
    private static final long MAXIMUM_SEQUENCE = 0xFFF;

    private final long node;
    private final InstantSource clock;
    private final NodeLease lease;

    /** Milliseconds since the epoch and the sequence of the last id, as one number: its successor is the next id. */
    private final AtomicLong last = new AtomicLong();

    /**
     * @param node 0 to 1,023, different for each running process
     */
    public Snowflake(int node, InstantSource clock) {
        this(NodeLease.fixed(node, 0), clock);
    }

    /** Creates ids with this number while it is held, all greater than those created with it before. */
    public Snowflake(NodeLease lease, InstantSource clock) {
        int node = lease.number();
        if (node < 0 || node > MAXIMUM_NODE) {
            throw new IllegalArgumentException("node must be 0 to " + MAXIMUM_NODE + ", not " + node);
        }
        this.node = node;
        this.clock = clock;
        this.lease = lease;
        startAfter(lease.latestId());
    }

    /** Makes every following id greater than this one, whatever the clock says and whichever node created it. */
    public final void startAfter(long id) {
        long sequence = (id >>> SEQUENCE_BITS & MAXIMUM_NODE) > node ? MAXIMUM_SEQUENCE : id & MAXIMUM_SEQUENCE;
        long used = (id >>> TIME_SHIFT << SEQUENCE_BITS) | sequence;
        last.accumulateAndGet(used, Math::max);
    }

    /**
     * Creates an id.
     *
     * @throws UnavailableException if another process may have the node number by now
     */
    public long next() {
        lease.requireHeld();
        long now = (clock.millis() - EPOCH_MILLIS) << SEQUENCE_BITS;
        long next = last.accumulateAndGet(now, (previous, current) -> Math.max(previous + 1, current));
        return id(next);
    }

    /**
     * Creates several ids, each one greater than the one before.
     *
     * @param count at most 4,096
     * @return the first
     */
    public long next(int count) {
        lease.requireHeld();
        long now = (clock.millis() - EPOCH_MILLIS) << SEQUENCE_BITS;
        long next = last.accumulateAndGet(
                now, (previous, current) -> fit(Math.max(previous + 1, current), count) + count - 1);
        return id(next) - count + 1;
    }

    /** Starts with the next millisecond if this one has too few left. */
    private static long fit(long first, int count) {
        return (first & MAXIMUM_SEQUENCE) + count - 1 > MAXIMUM_SEQUENCE ? (first | MAXIMUM_SEQUENCE) + 1 : first;
    }

    /** The id created last; before the first, the one given to {@link #startAfter}, as if this node had created it. */
    public long latest() {
        return id(last.get());
    }

    private long id(long timeAndSequence) {
        return (timeAndSequence >>> SEQUENCE_BITS << TIME_SHIFT)
                | (node << SEQUENCE_BITS)
                | (timeAndSequence & MAXIMUM_SEQUENCE);
    }

    /** When the id was created, in milliseconds since 1970. */
    public static long millis(long id) {
        return (id >>> TIME_SHIFT) + EPOCH_MILLIS;
    }

    /** The lowest id that can be created at this time, in milliseconds since 1970. */
    public static long lowestAt(long millis) {
        return Math.max(0, millis - EPOCH_MILLIS) << TIME_SHIFT;
    }
}
