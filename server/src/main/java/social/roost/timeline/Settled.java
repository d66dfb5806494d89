package social.roost.timeline;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import social.roost.base.Snowflake;

/**
 * Knows up to which id no tweet is still on its way to timelines: up to what was made so long ago that it has arrived.
 *
 * <p>How long ago is told by the time this process has run and not by the clock, which ids follow and which may be set
 * forwards or back while a tweet is on its way.
 */
public final class Settled {
    private final Snowflake ids;
    private final long settleNanoseconds;
    private final LongSupplier nanoseconds;
    private final AtomicReference<Marks> marks;
    private final AtomicLong seen = new AtomicLong();

    /**
     * Begins at 0: nothing is known yet.
     *
     * @param nanoseconds rises with time, whatever its origin
     */
    public Settled(Snowflake ids, TimelineSettings settings, LongSupplier nanoseconds) {
        this.ids = ids;
        this.settleNanoseconds = settings.settleTime().toNanos();
        this.nanoseconds = nanoseconds;
        this.marks = new AtomicReference<>(new Marks(0, ids.latest(), nanoseconds.getAsLong()));
    }

    /** To be taken before the timeline is read: what arrives in between is then not taken for seen. */
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

    /** There is a tweet with this id, made here or in another process. */
    void seen(long id) {
        if (id > seen.get()) {
            long _ = seen.accumulateAndGet(id, Math::max);
        }
    }

    /** The next mark was the latest id at a time, and is settled when that is long enough ago. */
    private record Marks(long mark, long next, long nextSince) {}
}
