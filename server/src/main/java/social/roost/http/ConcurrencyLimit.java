package social.roost.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The number of requests that may be in progress at once: as many as the processors can handle.
 *
 * <p>Each request reports how long it was ready to run before it ran. If no request within a tenth of a second started
 * promptly, there is a standing queue, which slows down all requests without speeding up any: the limit falls by a
 * quarter. Otherwise it grows by an eighth, as long as it is used. Unlike the response time, this wait does not depend
 * on what is requested. It does not show the wait for the disk, however. Therefore, if no write within that time
 * completed promptly, that also lowers the limit for writes. Sources: for the minimum wait as the signal, Nichols and
 * Jacobson, Controlling Queue Delay (2012); for the wait of requests, Zhou et al., Overload Control for Scaling WeChat
 * Microservices (2018).
 */
final class ConcurrencyLimit {
    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONG_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /**
     * A lower limit gains nothing: this many reads take a few milliseconds, and this many writes may wait for the disk
     * at any time.
     */
    private static final int LOWEST_OF_READS = 256;

    private static final int LOWEST_OF_WRITES = 64;

    private static final int FIRST = 512;
    private static final long NONE = Long.MAX_VALUE;

    private final int lowest;
    private final int highest;
    private final long longAnswerNanos;
    private final AtomicLong windowBegan = new AtomicLong(System.nanoTime());

    /** May miss a wait that another thread reports at the same moment; there are enough of them. */
    private volatile long shortestWait = NONE;

    private volatile long shortestAnswer = NONE;

    private volatile int limit;
    private volatile boolean pressed;

    private ConcurrencyLimit(int lowest, int highest, long longAnswerNanos) {
        this.highest = highest;
        this.longAnswerNanos = longAnswerNanos;
        this.lowest = Math.min(lowest, highest);
        this.limit = Math.min(FIRST, highest);
    }

    /** @param highest the upper bound of the limit */
    static ConcurrencyLimit ofReads(int highest) {
        return new ConcurrencyLimit(LOWEST_OF_READS, highest, NONE);
    }

    /** @param highest the upper bound of the limit */
    static ConcurrencyLimit ofWrites(int highest) {
        return new ConcurrencyLimit(LOWEST_OF_WRITES, highest, TimeUnit.MILLISECONDS.toNanos(30));
    }

    /** A limit that never changes. */
    static ConcurrencyLimit fixed(int limit) {
        return new ConcurrencyLimit(limit, limit, NONE);
    }

    int limit() {
        return limit;
    }

    /** Whether the server was overloaded a moment ago. */
    boolean isPressed(long nowNanos) {
        return pressed && nowNanos - windowBegan.get() < 2 * WINDOW_NANOS;
    }

    /**
     * Called when a request starts to run.
     *
     * @param inProgress the requests in progress, including this one
     */
    void began(long waitedNanos, int inProgress, long nowNanos) {
        if (waitedNanos < shortestWait) {
            shortestWait = waitedNanos;
        }
        long began = windowBegan.get();
        if (nowNanos - began >= WINDOW_NANOS && windowBegan.compareAndSet(began, nowNanos)) {
            adapt(inProgress);
            shortestWait = NONE;
            shortestAnswer = NONE;
        }
    }

    /** Called when a request has been answered. */
    void ended(long tookNanos) {
        if (tookNanos < shortestAnswer) {
            shortestAnswer = tookNanos;
        }
    }

    private void adapt(int inProgress) {
        int now = limit;
        boolean anyEnded = shortestAnswer != NONE;
        boolean slow = shortestWait > LONG_WAIT_NANOS || (anyEnded && shortestAnswer > longAnswerNanos);
        // With few requests in progress, they are not what slows each other down.
        pressed = slow && inProgress > lowest / 2;
        if (pressed) {
            limit = Math.max(lowest, now - now / 4);
        } else if (inProgress > now / 2) {
            limit = Math.min(highest, now + now / 8 + 1);
        }
    }
}
