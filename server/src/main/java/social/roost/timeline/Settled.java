package social.roost.timeline;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import social.roost.base.Snowflake;

/**
 * Knows the id up to which no tweet is still being delivered to timelines, because it was created long enough ago.
 *
 * <p>This is measured by the uptime of the process and not by the clock, which ids follow and which can be set forward
 * or back while a tweet is being delivered.
 */
public final class Settled {
    private final Snowflake ids;
    private final long settleNanoseconds;
    private final LongSupplier nanoseconds;
    private final AtomicReference<Marks> marks;
    private final AtomicLong seen = new AtomicLong();

    /**
     * Starts at 0: nothing is known yet.
     *
     * @param nanoseconds a monotonic clock of any origin
     */
    public Settled(Snowflake ids, TimelineSettings settings, LongSupplier nanoseconds) {
        this.ids = ids;
        this.settleNanoseconds = settings.settleTime().toNanos();
        this.nanoseconds = nanoseconds;
        this.marks = new AtomicReference<>(new Marks(0, ids.latest(), nanoseconds.getAsLong()));
    }

    /** Must be called before the timeline is read, so that tweets that arrive in between do not count as seen. */
    long mark() {
        Marks now = marks.get();
        long time = nanoseconds.getAsLong();
        if (time - now.nextSince() < settleNanoseconds) {
            return now.mark();
        }
        long latest = Math.max(ids.latest(), seen.get());
        marks.compareAndSet(now, new Marks(now.next(), latest, time));
        return now.next();
    }

    /** A tweet with this id exists, created by any process. */
    void seen(long id) {
        if (id > seen.get()) {
            long _ = seen.accumulateAndGet(id, Math::max);
        }
    }

    /** The next mark was the latest id at some time, and is settled once that is long enough ago. */
    private record Marks(long mark, long next, long nextSince) {}
}
