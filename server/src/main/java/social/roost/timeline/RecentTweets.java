package social.roost.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import social.roost.base.BatchCache;
import social.roost.base.CacheUse;
import social.roost.base.Ids;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.timeline.TimelineStore.Slice;
import social.roost.tweet.TweetStore;

/**
 * Merges the tweets of up to a few hundred authors, such as the members of a list. The latest of each author are cached,
 * once for all lists: events keep them current, and the store has what a cached part does not reach.
 */
public final class RecentTweets implements StreamConsumer.OfTweets {
    private static final int LOADED = 40;
    private static final int MOST_KEPT = 60;
    private static final int ENTRY_BYTES = 120;

    private final TweetStore store;
    private final BatchCache<Slice> recent;

    public RecentTweets(TweetStore store, long maximumBytes) {
        this.store = store;
        this.recent = new BatchCache<>(
                maximumBytes, (author, slice) -> ENTRY_BYTES + slice.ids().length * Long.BYTES, this::load);
    }

    public CacheUse cache() {
        return recent.use();
    }

    @Override
    public void consume(Event.OfTweets event) {
        switch (event) {
            case Event.TweetPosted(long tweet, long author) -> posted(author, tweet);
            case Event.TweetDeleted(long tweet, long author) -> recent.change(author, slice -> without(slice, tweet));
            case Event.TweetEdited _ -> {}
        }
    }

    /** Called before the response, too, so that the author's next read includes the tweet. */
    void posted(long authorId, long tweetId) {
        recent.change(authorId, slice -> with(slice, tweetId));
    }

    /** Like {@link TweetStore#newest}. */
    long[] newest(long[] authorIds, long before, int limit) {
        @Nullable Slice[] slices = recent.get(authorIds, new Slice[authorIds.length]);
        long[] cached = Descending.newest(ids(slices), before, 0, limit);
        long lowest = cached.length == limit ? cached[limit - 1] : 0;
        long[] authors = endingAbove(authorIds, slices, lowest);
        return authors.length == 0
                ? cached
                : Descending.newest(List.of(cached, store.newest(authors, before, limit)), before, 0, limit);
    }

    /** Like {@link TweetStore#oldest}. */
    long[] oldest(long[] authorIds, long after, int limit) {
        @Nullable Slice[] slices = recent.get(authorIds, new Slice[authorIds.length]);
        long[] cached = Descending.oldest(ids(slices), after, limit);
        long[] authors = endingAbove(authorIds, slices, after + 1);
        return authors.length == 0
                ? cached
                : Descending.oldest(List.of(cached, store.oldest(authors, after, limit)), after, limit);
    }

    private static List<long[]> ids(@Nullable Slice[] slices) {
        List<long[]> ids = new ArrayList<>(slices.length);
        for (Slice slice : slices) {
            if (slice != null) {
                ids.add(slice.ids());
            }
        }
        return ids;
    }

    /** The authors whose cached tweets do not reach down to an id. */
    private static long[] endingAbove(long[] authorIds, @Nullable Slice[] slices, long lowest) {
        long[] authors = new long[authorIds.length];
        int count = 0;
        for (int i = 0; i < authors.length; i++) {
            Slice slice = slices[i];
            if (slice == null || slice.floor() > lowest) {
                authors[count++] = authorIds[i];
            }
        }
        return count == 0 ? Ids.NONE : Arrays.copyOf(authors, count);
    }

    private Map<Long, Slice> load(long[] authorIds) {
        Map<Long, long[]> found = store.newestOfEach(authorIds, LOADED);
        Map<Long, Slice> slices = HashMap.newHashMap(authorIds.length);
        for (long author : authorIds) {
            long[] ids = found.getOrDefault(author, Ids.NONE);
            slices.put(author, new Slice(ids, ids.length < LOADED ? 0 : ids[LOADED - 1]));
        }
        return slices;
    }

    private static Slice with(Slice slice, long tweetId) {
        if (tweetId < slice.floor()) {
            return slice;
        }
        long[] ids = Descending.with(slice.ids(), tweetId);
        return ids.length <= MOST_KEPT
                ? new Slice(ids, slice.floor())
                : new Slice(Arrays.copyOf(ids, LOADED), ids[LOADED - 1]);
    }

    private static Slice without(Slice slice, long tweetId) {
        return new Slice(Descending.without(slice.ids(), tweetId), slice.floor());
    }
}
