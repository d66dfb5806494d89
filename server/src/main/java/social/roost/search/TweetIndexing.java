package social.roost.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.base.Snowflake;
import social.roost.event.Event;
import social.roost.event.StreamConsumer;
import social.roost.tweet.References;
import social.roost.tweet.Tweet;
import social.roost.tweet.TweetStore;

/**
 * Keeps the indexes in line with the store: the consumer group {@code search}. All it ever does with a tweet is to read
 * it from the store and put it, or remove it if it is not there. So events may repeat and need no version.
 *
 * <p>Posts, edits and deletions are applied at once. What only changes how popular a tweet is, or how its media are
 * described, waits for the next {@link #checkpoint}, so that a tweet is put rarely; for its popularity only if the {@link
 * Popularity} differs. The deletion or an edit of such a tweet may be applied meanwhile, so it is read again afterwards.
 */
public final class TweetIndexing
        implements StreamConsumer.OfTweets, StreamConsumer.OfEngagements, StreamConsumer.OfMedia {
    private static final Duration CHECKPOINT_PAUSE = Duration.ofMinutes(1);
    private static final int BATCH = 500;
    private static final int KNOWN = 100_000;

    private final TweetIndexes indexes;
    private final TweetDocuments documents;
    private final TweetStore tweets;
    private final Set<Long> engaged = ConcurrentHashMap.newKeySet();
    private final Set<Long> changedMedia = ConcurrentHashMap.newKeySet();

    /** What would be lost if an index failed now. */
    private final Set<Long> notDurable = ConcurrentHashMap.newKeySet();

    private final ReentrantLock repairing = new ReentrantLock();
    private final Map<String, Integer> losses = new ConcurrentHashMap<>();
    private final Cache<Long, Popularity> known =
            Caffeine.newBuilder().maximumSize(KNOWN).build();

    private final AtomicLong indexed = new AtomicLong();
    private volatile long appliedAt;
    private volatile boolean failing;

    public TweetIndexing(TweetIndexes indexes, TweetDocuments documents, TweetStore tweets) {
        this.indexes = indexes;
        this.documents = documents;
        this.tweets = tweets;
    }

    @Override
    public void consume(Event.OfTweets event) {
        References references = update(event.tweetId());
        appliedAt = Math.max(appliedAt, Snowflake.millis(event.tweetId()));
        LongStream.of(
                        idOrZero(references.replyToId()),
                        idOrZero(references.quoteOfId()),
                        idOrZero(references.retweetOfId()))
                .filter(id -> id != 0)
                .forEach(engaged::add);
    }

    private static long idOrZero(@Nullable Long id) {
        return id == null ? 0 : id;
    }

    @Override
    public void consume(Event.OfEngagements event) {
        switch (event) {
            case Event.TweetLiked _, Event.TweetUnliked _, Event.CountsChanged _ -> engaged.add(event.tweetId());
            case Event.TweetBookmarked _, Event.TweetUnbookmarked _ -> {}
        }
    }

    @Override
    public void consume(Event.OfMedia event) {
        switch (event) {
            case Event.MediaChanged(long _, long medium) -> changedMedia.add(medium);
        }
    }

    /** Returns what the tweet refers to. */
    private References update(long id) {
        repair();
        notDurable.add(id);
        Tweet stored = update(new long[] {id}).get(id);
        // A checkpoint between these lines has removed it, but made nothing durable of it.
        notDurable.add(id);
        Tweet tweet = stored == null ? tweets.findPosted(id) : stored;
        return tweet == null ? References.NONE : tweet.references();
    }

    /** Brings these tweets in all indexes in line with the store, and returns what it has. */
    @CanIgnoreReturnValue
    private Map<Long, Tweet> update(long[] ids) {
        Map<Long, Tweet> stored = tweets.find(ids);
        try {
            apply(ids, stored);
            failing = false;
        } catch (RuntimeException e) {
            failing = true;
            throw e;
        }
        return stored;
    }

    private void apply(long[] ids, Map<Long, Tweet> stored) {
        List<IndexedTweet> found = documents.of(stored.values());
        long[] deleted =
                LongStream.of(ids).filter(id -> !stored.containsKey(id)).toArray();
        for (String name : indexes.names()) {
            TweetIndex index = indexes.index(name);
            if (!found.isEmpty()) {
                index.put(found);
            }
            if (deleted.length > 0) {
                index.remove(deleted);
            }
        }
        found.forEach(tweet -> known.put(tweet.id(), tweet.popularity()));
        long _ = indexed.addAndGet(found.size());
    }

    /**
     * Brings an index in line again with what happened to these tweets after they had been read for it: the events of
     * their deletion or edit may be applied already.
     */
    void changedSince(Collection<Tweet> read) {
        Map<Long, Tweet> before = read.stream().collect(Collectors.toMap(Tweet::id, tweet -> tweet));
        while (!before.isEmpty()) {
            Map<Long, Tweet> put = before;
            Map<Long, Tweet> now = tweets.find(Ids.of(put.keySet(), id -> id));
            long[] changed = put.values().stream()
                    .filter(tweet -> !tweet.equals(now.get(tweet.id())))
                    .mapToLong(Tweet::id)
                    .toArray();
            before = changed.length == 0 ? Map.of() : update(changed);
        }
    }

    @Override
    public Duration checkpointPause() {
        return CHECKPOINT_PAUSE;
    }

    @Override
    public void checkpoint() {
        repair();
        long[] durable = Ids.of(notDurable, id -> id);
        settle(engaged, this::changed);
        settle(changedMedia, this::describedBy);
        indexes.names().forEach(name -> indexes.index(name).makeDurable());
        repair();
        for (long id : durable) {
            notDurable.remove(id);
        }
    }

    /** The number of tweets put since the start, including repetitions. */
    public long indexed() {
        return indexed.get();
    }

    /** When the newest tweet was posted that was applied since the start, in milliseconds since 1970; 0 if none was. */
    public long appliedAt() {
        return appliedAt;
    }

    /** Whether the last attempt to change an index failed. */
    public boolean isFailing() {
        return failing;
    }

    /** Puts again what a failed index has lost. */
    void repair() {
        for (String name : indexes.names()) {
            TweetIndex index = indexes.index(name);
            if (index.losses() != losses.getOrDefault(name, 0)) {
                repair(name, index);
            }
        }
    }

    private void repair(String name, TweetIndex index) {
        repairing.lock();
        try {
            int lost = index.losses();
            if (lost != losses.getOrDefault(name, 0)) {
                inBatches(Ids.of(notDurable, id -> id));
                losses.put(name, lost);
            }
        } finally {
            repairing.unlock();
        }
    }

    /** Puts the tweets again that have changed by what was waiting. */
    private void settle(Set<Long> waiting, UnaryOperator<long[]> tweetsOf) {
        long[] ids = Ids.of(waiting, id -> id);
        for (long id : ids) {
            waiting.remove(id);
        }
        try {
            inBatches(tweetsOf.apply(ids));
        } catch (RuntimeException e) {
            LongStream.of(ids).forEach(waiting::add);
            throw e;
        }
    }

    private long[] changed(long[] ids) {
        Map<Long, Popularity> now = documents.popularity(ids);
        return LongStream.of(ids)
                .filter(id -> !now.getOrDefault(id, Popularity.NONE).equals(known.getIfPresent(id)))
                .toArray();
    }

    /**
     * The tweets of these media, without those whose posting is still under way: they are not in the store, and must
     * not be removed from an index while the event of their posting puts them.
     */
    private long[] describedBy(long[] media) {
        long[] stored = Ids.of(tweets.find(documents.showing(media)).keySet(), id -> id);
        LongStream.of(stored).forEach(notDurable::add);
        return stored;
    }

    private void inBatches(long[] ids) {
        for (int from = 0; from < ids.length; from += BATCH) {
            long[] batch = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + BATCH));
            changedSince(update(batch).values());
        }
    }
}
