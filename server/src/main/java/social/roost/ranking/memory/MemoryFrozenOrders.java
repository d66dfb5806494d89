package social.roost.ranking.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import social.roost.ranking.FrozenOrders;

/** Orders in the memory of one process, up to a number of bytes: the latest ones. */
public final class MemoryFrozenOrders implements FrozenOrders {
    /** Of an order, besides its entries. */
    private static final int FIXED_BYTES = 200;

    private final Cache<Long, Frozen> byReader;

    public MemoryFrozenOrders(long maximumBytes) {
        byReader = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .weigher((Long _, Frozen order) -> FIXED_BYTES + order.ids().length * (Long.BYTES + Float.BYTES))
                .expireAfterWrite(LIFETIME)
                .build();
    }

    @Override
    public void keep(long readerId, Frozen order) {
        byReader.put(readerId, order);
    }

    @Override
    public @Nullable Frozen of(long readerId) {
        return byReader.getIfPresent(readerId);
    }
}
