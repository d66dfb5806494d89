package social.roost.tweet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import social.roost.base.BatchCache;
import social.roost.base.CacheUse;
import social.roost.base.Ids;

/**
 * The tweets that users have liked, retweeted and bookmarked, for display next to tweets: from a cache with each user's
 * newest ones of each kind, and for older ones from the store.
 */
public final class ViewerMarks {
    private static final int KEPT = 1_000;
    private static final int OBJECT_BYTES = 300;

    private final TweetStore tweets;
    private final EngagementStore engagements;
    private final BatchCache<Marks> cache;

    public ViewerMarks(TweetStore tweets, EngagementStore engagements, long cacheBytes) {
        this.tweets = tweets;
        this.engagements = engagements;
        this.cache = new BatchCache<>(cacheBytes, (id, marks) -> marks.bytes(), this::load);
    }

    public CacheUse cache() {
        return cache.use();
    }

    /** The given tweets that the user has liked, in order. */
    public long[] liked(long userId, long[] tweetIds) {
        return among(of(userId).liked(), tweetIds, older -> engagements.markedAmong(Mark.LIKE, userId, older));
    }

    /** The given tweets that the user has retweeted, in order. */
    public long[] retweeted(long userId, long[] tweetIds) {
        return among(of(userId).retweeted(), tweetIds, older -> tweets.retweetedAmong(userId, older));
    }

    /** The given tweets that the user has bookmarked, in order. */
    public long[] bookmarked(long userId, long[] tweetIds) {
        return among(of(userId).bookmarked(), tweetIds, older -> engagements.markedAmong(Mark.BOOKMARK, userId, older));
    }

    /** Called after a change of the user's marks or retweets was committed: the next read sees it. */
    public void changed(long userId) {
        cache.forgetIf(userId, marks -> true);
    }

    private Marks of(long userId) {
        Marks marks = cache.get(userId);
        return marks == null ? Marks.NONE : marks;
    }

    private Map<Long, Marks> load(long[] userIds) {
        Map<Long, Marks> loaded = HashMap.newHashMap(userIds.length);
        for (long userId : userIds) {
            loaded.put(
                    userId,
                    new Marks(
                            Newest.of(engagements.marked(Mark.LIKE, userId, KEPT)),
                            Newest.of(tweets.retweeted(userId, KEPT)),
                            Newest.of(engagements.marked(Mark.BOOKMARK, userId, KEPT))));
        }
        return loaded;
    }

    /** A page has few tweets, and nearly all of them are newer than the floor. */
    private static long[] among(Newest newest, long[] tweetIds, Function<long[], long[]> store) {
        if (newest.size() == 0) {
            return Ids.NONE;
        }
        if (newest.holdsAll(tweetIds)) {
            return Arrays.stream(tweetIds).filter(newest::contains).toArray();
        }
        long[] older = Arrays.stream(tweetIds).filter(id -> id < newest.floor()).toArray();
        long[] found = store.apply(older);
        Arrays.sort(found);
        return Arrays.stream(tweetIds)
                .filter(id -> newest.contains(id) || Ids.contains(found, id))
                .toArray();
    }

    private record Marks(Newest liked, Newest retweeted, Newest bookmarked) {
        static final Marks NONE = new Marks(Newest.NONE, Newest.NONE, Newest.NONE);

        int bytes() {
            return OBJECT_BYTES + Long.BYTES * (liked.size() + retweeted.size() + bookmarked.size());
        }
    }

    /**
     * The greatest ids of a set.
     *
     * <p>Not a record, because it contains an array.
     */
    private static final class Newest {
        static final Newest NONE = new Newest(Ids.NONE, 0);

        private final long[] rising;
        private final long floor;

        private Newest(long[] rising, long floor) {
            this.rising = rising;
            this.floor = floor;
        }

        static Newest of(long[] falling) {
            if (falling.length == 0) {
                return NONE;
            }
            long[] rising = falling.clone();
            Arrays.sort(rising);
            return new Newest(rising, rising.length < KEPT ? 0 : rising[0]);
        }

        int size() {
            return rising.length;
        }

        /** The id from which on the set is complete. */
        long floor() {
            return floor;
        }

        boolean contains(long id) {
            return Ids.contains(rising, id);
        }

        boolean holdsAll(long[] ids) {
            for (long id : ids) {
                if (id < floor) {
                    return false;
                }
            }
            return true;
        }
    }
}
