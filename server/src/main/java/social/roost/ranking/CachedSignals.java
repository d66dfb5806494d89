package social.roost.ranking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import social.roost.ranking.Signal.Kind;

/** Remembers the signals of active readers. */
public final class CachedSignals implements SignalStore {
    private static final int MOST_SIGNALS = 500_000;

    private final SignalStore store;
    private final Cache<Long, List<Signal>> cache;

    /** @param lifetime after which signals are known that another process has stored */
    public CachedSignals(SignalStore store, Duration lifetime) {
        this.store = store;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(MOST_SIGNALS)
                .weigher((Long _, List<Signal> signals) -> 2 + signals.size())
                .expireAfterWrite(lifetime)
                .build();
    }

    @Override
    public void add(long readerId, Signal signal) {
        store.add(readerId, signal);
        cache.invalidate(readerId);
    }

    @Override
    public void remove(long readerId, long tweetId, Kind kind) {
        store.remove(readerId, tweetId, kind);
        cache.invalidate(readerId);
    }

    @Override
    public List<Signal> of(long readerId) {
        return cache.get(readerId, store::of);
    }

    @Override
    public HomeChoice choice(long readerId) {
        return store.choice(readerId);
    }

    @Override
    public void choose(long readerId, HomeChoice choice) {
        store.choose(readerId, choice);
    }
}
