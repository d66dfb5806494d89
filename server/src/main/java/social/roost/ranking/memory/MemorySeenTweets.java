package social.roost.ranking.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.ranking.SeenTweets;

/** Seen tweets in the memory of one process, up to a number of bytes: those of the readers who were here last. */
public final class MemorySeenTweets implements SeenTweets {
    /** Of a reader, besides the ids. */
    private static final int FIXED_BYTES = 100;

    private final Cache<Long, long[]> byReader;

    public MemorySeenTweets(long maximumBytes) {
        byReader = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .weigher((Long _, long[] ids) -> FIXED_BYTES + ids.length * Long.BYTES)
                .expireAfterWrite(LIFETIME)
                .build();
    }

    @Override
    public void add(long readerId, long[] tweetIds) {
        if (tweetIds.length > 0) {
            var _ = byReader.asMap().compute(readerId, (_, before) -> joined(before, tweetIds));
        }
    }

    private static long[] joined(long @Nullable [] before, long[] more) {
        long[] all = LongStream.concat(LongStream.of(before == null ? new long[0] : before), LongStream.of(more))
                .toArray();
        return Arrays.copyOfRange(all, Math.max(0, all.length - KEPT), all.length);
    }

    @Override
    public long[] of(long readerId) {
        long[] ids = byReader.getIfPresent(readerId);
        return ids == null ? new long[0] : ids.clone();
    }

    @Override
    public void forget(long readerId) {
        byReader.invalidate(readerId);
    }
}
