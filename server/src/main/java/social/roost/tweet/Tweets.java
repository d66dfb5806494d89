package social.roost.tweet;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import social.roost.base.BatchCache;
import social.roost.base.CacheUse;
import social.roost.base.Ids;

/** Tweets for reading: from a cache, and on a miss from the store in one batch. */
public final class Tweets {
    private final TweetStore store;
    private final EngagementStore engagements;
    private final BatchCache<Entry> cache;
    private final Outlines outlines;

    public Tweets(TweetStore store, EngagementStore engagements, long cacheBytes) {
        this.store = store;
        this.engagements = engagements;
        this.cache = new BatchCache<>(cacheBytes, (id, entry) -> entry.bytes(), this::load);
        this.outlines = new Outlines(cacheBytes / StoredTweet.FIXED_BYTES);
    }

    public CacheUse cache() {
        return cache.use();
    }

    public Optional<StoredTweet> find(long id) {
        return Optional.ofNullable(find(new long[] {id})[0]);
    }

    /** In the order of the ids, null for deleted and unknown tweets. */
    public @Nullable StoredTweet[] find(long[] ids) {
        @Nullable Entry[] entries = cache.get(ids, new Entry[ids.length]);
        @Nullable StoredTweet[] tweets = new StoredTweet[ids.length];
        for (int i = 0; i < ids.length; i++) {
            Entry entry = entries[i];
            tweets[i] = entry == null ? null : entry.tweet();
        }
        return tweets;
    }

    /** Outlines in the order of the ids, null for deleted and unknown tweets. */
    public @Nullable Outline[] outlines(long[] ids) {
        @Nullable Outline[] found = new Outline[ids.length];
        int missing = 0;
        for (int i = 0; i < ids.length; i++) {
            found[i] = outlines.of(ids[i]);
            missing += found[i] == null ? 1 : 0;
        }
        if (missing > 0) {
            fillMissing(ids, found, missing);
        }
        return found;
    }

    private void fillMissing(long[] ids, @Nullable Outline[] found, int missing) {
        int[] places = new int[missing];
        long[] wanted = new long[missing];
        int count = 0;
        for (int i = 0; i < ids.length; i++) {
            if (found[i] == null) {
                places[count] = i;
                wanted[count++] = ids[i];
            }
        }
        @Nullable StoredTweet[] loaded = find(wanted);
        for (int i = 0; i < count; i++) {
            StoredTweet tweet = loaded[i];
            if (tweet != null) {
                found[places[i]] = outline(tweet);
            }
        }
    }

    /** Keeps the outline, unless the tweet has changed since it was found. */
    private Outline outline(StoredTweet tweet) {
        outlines.keep(tweet.outline());
        Entry current = cache.peek(tweet.id());
        if (current == null || current.tweet() != tweet) {
            outlines.forget(tweet.id());
        }
        return tweet.outline();
    }

    /** Called after the tweet was committed: caches it. */
    StoredTweet posted(Tweet tweet, Counts counts) {
        StoredTweet stored = new StoredTweet(tweet, counts);
        cache.add(tweet.id(), new Entry(stored));
        return stored;
    }

    /**
     * Called after a change of the tweet or of its counts was committed: no later read returns the old state.
     *
     * @return the current tweet, null if it was deleted or could not be loaded
     */
    @CanIgnoreReturnValue
    public @Nullable StoredTweet changed(long id) {
        Entry entry = cache.refresh(id);
        outlines.forget(id);
        return entry == null ? null : entry.tweet();
    }

    /** Called when another process has posted the tweet: an earlier look-up may have missed it. */
    public void appeared(long id) {
        cache.forgetIf(id, entry -> entry.tweet() == null);
    }

    /** Called when another process has changed the tweet: no later read returns the old state. */
    public void forget(long id) {
        cache.forgetIf(id, entry -> true);
        outlines.forget(id);
    }

    private Map<Long, Entry> load(long[] ids) {
        Map<Long, Tweet> stored = store.find(ids);
        Map<Long, Counts> counts = engagements.counts(Ids.of(stored.keySet(), id -> id));
        Map<Long, Entry> loaded = HashMap.newHashMap(ids.length);
        for (long id : ids) {
            Tweet tweet = stored.get(id);
            loaded.put(
                    id, new Entry(tweet == null ? null : new StoredTweet(tweet, counts.getOrDefault(id, Counts.NONE))));
        }
        return loaded;
    }

    /**
     * What is known of an id: a tweet, or that there is none. Caching the latter avoids a store access at every read
     * for deleted tweets that are still in timelines.
     */
    private record Entry(@Nullable StoredTweet tweet) {
        int bytes() {
            return tweet == null ? 100 : tweet.bytes();
        }
    }
}
