package social.roost.user.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import social.roost.user.FailedLogIns;

/** Failed attempts in the memory of one process, limited in number. */
public final class MemoryFailedLogIns implements FailedLogIns {
    private static final int MAXIMUM_KEYS = 100_000;
    private static final long NANOS = 1_000_000;

    private final LongSupplier nanos;
    private final Cache<String, @Nullable Failures> failures;

    /** @param nanos a monotonic clock such as {@link System#nanoTime} */
    public MemoryFailedLogIns(LongSupplier nanos) {
        this.nanos = nanos;
        this.failures = Caffeine.newBuilder()
                .maximumSize(MAXIMUM_KEYS)
                .expireAfterWrite(MEMORY)
                .ticker(nanos::getAsLong)
                .build();
    }

    @Override
    public Duration count(String key, Backoff backoff) {
        long now = nanos.getAsLong();
        long[] wait = {0};
        failures.asMap().compute(key, (_, before) -> {
            wait[0] = before == null ? 0 : before.at + backoff.millis(before.count) * NANOS - now;
            return wait[0] > 0 ? before : new Failures(before == null ? 1 : before.count + 1, now);
        });
        return Duration.ofNanos(Math.max(0, wait[0]));
    }

    @Override
    public void takeBack(String key) {
        failures.asMap().computeIfPresent(key, (_, before) -> oneLess(before));
    }

    private static @Nullable Failures oneLess(Failures before) {
        return before.count == 1 ? null : new Failures(before.count - 1, before.at);
    }

    @Override
    public void forget(String key) {
        failures.invalidate(key);
    }

    /** @param at the time of the last attempt, by the clock */
    private record Failures(int count, long at) {}
}
