package social.roost.http.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import social.roost.http.RateLimits;
import social.roost.http.RatePolicy;

/**
 * Token buckets in memory, limited in number; the least used ones are forgotten.
 *
 * <p>A bucket is one number, the time at which it will be full again (the generic cell rate algorithm). Taking a token
 * advances that time by a step, several by as many, unless it would then be further away than the whole burst. So it costs one look-up and
 * one exchange, without a lock or a periodic task.
 */
public final class MemoryRateLimits implements RateLimits {
    private static final int MAXIMUM_BUCKETS = 200_000;

    private final LongSupplier nanos;
    private final Cache<Key, AtomicLong> fullAt;

    /** @param nanos a monotonic clock such as {@link System#nanoTime} */
    public MemoryRateLimits(LongSupplier nanos) {
        this(nanos, MAXIMUM_BUCKETS);
    }

    MemoryRateLimits(LongSupplier nanos, int maximumBuckets) {
        this.nanos = nanos;
        this.fullAt = Caffeine.newBuilder().maximumSize(maximumBuckets).build();
    }

    @Override
    public Taken take(RatePolicy policy, long subject, int tokens) {
        long now = nanos.getAsLong();
        AtomicLong bucket = fullAt.get(new Key(policy.name(), subject), key -> new AtomicLong(now));
        long taken = tokens * policy.stepNanos();
        while (true) {
            long before = bucket.get();
            long used = Math.max(before - now, 0) + taken;
            if (used > policy.spanNanos()) {
                return Taken.refused(used - policy.spanNanos());
            }
            if (bucket.compareAndSet(before, now + used)) {
                return new Taken((policy.spanNanos() - used) / policy.stepNanos(), used);
            }
        }
    }

    /** The number of buckets. */
    long size() {
        fullAt.cleanUp();
        return fullAt.estimatedSize();
    }

    private record Key(String policy, long subject) {}
}
