package social.roost.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many requests may be in progress at once: as many as the processors keep up with.
 *
 * <p>Each request tells how long it was ready to run before it did. When in a tenth of a second not one of them ran soon, there is a
 * queue that does not end, in which all get slower and none faster: the limit falls by a quarter. Otherwise it grows by an eighth,
 * as long as it is made use of. That wait, unlike the time of an answer, does not depend on what is asked. What writes wait for, the
 * one disk, it does not show: for them it is also a sign when not one in that time was answered soon. Sources: for the least wait of a while as the sign, Nichols and Jacobson,
 * Controlling Queue Delay (2012); for the wait of requests, Zhou and others, Overload Control for Scaling WeChat Microservices (2018).
 */
final class ConcurrencyLimit {
    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONG_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** Below these nothing is gained: so many are read in some milliseconds, or wait for the disk at any time. */
    private static final int LOWEST_OF_READS = 256;

    private static final int LOWEST_OF_WRITES = 64;

    private static final int FIRST = 512;
    private static final long NONE = Long.MAX_VALUE;

    private final int lowest;
    private final int highest;
    private final long longAnswerNanos;
    private final AtomicLong windowBegan = new AtomicLong(System.nanoTime());

    /** May miss a wait that another thread tells of at the same moment; there are enough. */
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

    /** @param highest what it never exceeds */
    static ConcurrencyLimit ofReads(int highest) {
        return new ConcurrencyLimit(LOWEST_OF_READS, highest, NONE);
    }

    /** @param highest what it never exceeds */
    static ConcurrencyLimit ofWrites(int highest) {
        return new ConcurrencyLimit(LOWEST_OF_WRITES, highest, TimeUnit.MILLISECONDS.toNanos(30));
    }

    /** One that is always the same. */
    static ConcurrencyLimit fixed(int limit) {
        return new ConcurrencyLimit(limit, limit, NONE);
    }

    int limit() {
        return limit;
    }

    /** Whether there was too much to do a moment ago. */
    boolean isPressed(long nowNanos) {
        return pressed && nowNanos - windowBegan.get() < 2 * WINDOW_NANOS;
    }

    /**
     * To be told of each request when it begins to run.
     *
     * @param inProgress how many requests are, with this one
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

    /** To be told of each request when it was answered. */
    void ended(long tookNanos) {
        if (tookNanos < shortestAnswer) {
            shortestAnswer = tookNanos;
        }
    }

    private void adapt(int inProgress) {
        int now = limit;
        boolean anyEnded = shortestAnswer != NONE;
        boolean slow = shortestWait > LONG_WAIT_NANOS || (anyEnded && shortestAnswer > longAnswerNanos);
        // Where few are in progress, it is not they who make each other wait.
        pressed = slow && inProgress > lowest / 2;
        if (pressed) {
            limit = Math.max(lowest, now - now / 4);
        } else if (inProgress > now / 2) {
            limit = Math.min(highest, now + now / 8 + 1);
        }
    }
}
