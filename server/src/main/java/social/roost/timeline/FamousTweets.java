package social.roost.timeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import social.roost.base.CacheUse;
import social.roost.timeline.TimelineStore.Slice;
import social.roost.tweet.TweetStore;

/**
 * The recent tweets of famous authors, cached once for all readers: updated by events, loaded from the store on a miss.
 */
public final class FamousTweets {
    private static final int ENTRY_BYTES = 120;

    private final LongFunction<Slice> load;
    private final int maximumEntries;
    private final Cache<Long, Slice> recent;

    public FamousTweets(TweetStore store, int maximumEntries, long maximumBytes) {
        this(author -> Pulled.newest(store, new long[] {author}, maximumEntries), maximumEntries, maximumBytes);
    }

    /** @param load reads an author's newest tweets */
    FamousTweets(LongFunction<Slice> load, int maximumEntries, long maximumBytes) {
        this.load = load;
        this.maximumEntries = maximumEntries;
        this.recent = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .weigher((Long author, Slice slice) -> ENTRY_BYTES + slice.ids().length * Long.BYTES)
                .recordStats()
                .build();
    }

    public CacheUse cache() {
        return new CacheUse(recent);
    }

    /** The author's newest tweets, descending. */
    Slice of(long authorId) {
        return recent.get(authorId, load::apply);
    }

    void add(long authorId, long tweetId) {
        change(authorId, slice -> with(slice, tweetId));
    }

    void remove(long authorId, long tweetId) {
        change(authorId, slice -> without(slice, tweetId));
    }

    /** Waits for a load in progress, which may have missed the change; {@code computeIfPresent} would not wait. */
    private void change(long authorId, UnaryOperator<Slice> change) {
        recent.asMap().compute(authorId, (author, slice) -> slice == null ? null : change.apply(slice));
    }

    private Slice with(Slice slice, long tweetId) {
        if (tweetId < slice.floor()) {
            return slice;
        }
        long[] ids = Descending.with(slice.ids(), tweetId);
        return ids.length <= maximumEntries
                ? new Slice(ids, slice.floor())
                : new Slice(Arrays.copyOf(ids, maximumEntries), ids[maximumEntries - 1]);
    }

    private static Slice without(Slice slice, long tweetId) {
        return new Slice(Descending.without(slice.ids(), tweetId), slice.floor());
    }
}
