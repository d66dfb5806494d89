package social.roost.base;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Limits log messages per second, so that a general problem does not flood the log. */
public final class LogThrottle {
    private static final int BITS = 16;
    private static final long COUNT = (1 << BITS) - 1;

    private final int perSecond;

    /** The second, and in the lowest bits the number of messages in it. */
    private final AtomicLong state = new AtomicLong();

    public LogThrottle(int perSecond) {
        if (perSecond < 1 || perSecond > COUNT) {
            throw new IllegalArgumentException("perSecond is " + perSecond);
        }
        this.perSecond = perSecond;
    }

    /** Whether a message may be logged now. */
    public boolean allows() {
        return allows(System.nanoTime());
    }

    boolean allows(long nanos) {
        long second = TimeUnit.NANOSECONDS.toSeconds(nanos) << BITS;
        long before = state.getAndUpdate(
                old -> (old & ~COUNT) == second ? Math.min(old + 1, second + perSecond) : second + 1);
        return (before & ~COUNT) != second || (before & COUNT) < perSecond;
    }
}
