package social.roost.timeline;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import social.roost.base.Ids;
import social.roost.graph.Graph;
import social.roost.timeline.TimelineStore.Slice;
import social.roost.tweet.TweetStore;

/**
 * What was pushed to a reader. Where there is no timeline, because the reader was away or memory was short, it is rebuilt
 * from the recent tweets of the reader and those followed.
 */
public final class PushedTweets {
    private static final int LOCKS = 256;

    private final TimelineStore timelines;
    private final TweetStore tweets;
    private final Graph graph;
    private final FamousAuthors famous;
    private final int maximumEntries;

    /** By reader, so that requests of one reader that come together rebuild once. */
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    public PushedTweets(
            TimelineStore timelines, TweetStore tweets, Graph graph, FamousAuthors famous, int maximumEntries) {
        this.timelines = timelines;
        this.tweets = tweets;
        this.graph = graph;
        this.famous = famous;
        this.maximumEntries = maximumEntries;
        Arrays.setAll(locks, i -> new ReentrantLock());
    }

    /** The greatest ids below one; after a rebuild all there are. */
    Slice older(long readerId, long before, int limit) {
        return orRebuilt(readerId, timelines.older(readerId, before, limit));
    }

    /** The lowest ids above one; after a rebuild all there are. */
    Slice newer(long readerId, long after, int limit) {
        return orRebuilt(readerId, timelines.newer(readerId, after, limit));
    }

    private Slice orRebuilt(long readerId, @Nullable Slice pushed) {
        return pushed != null ? pushed : rebuild(readerId);
    }

    private Slice rebuild(long readerId) {
        ReentrantLock lock = locks[Long.hashCode(readerId * 0x9E3779B97F4A7C15L) >>> 24];
        lock.lock();
        try {
            Slice existing = timelines.older(readerId, Long.MAX_VALUE, maximumEntries);
            return existing != null ? existing : pull(readerId);
        } finally {
            lock.unlock();
        }
    }

    /** Begins first and looks at followees and fame after that: what changes meanwhile reaches the begun timeline. */
    private Slice pull(long readerId) {
        timelines.begin(readerId);
        long[] authors = Ids.with(famous.notAmong(graph.followees(readerId)), readerId);
        Slice slice = Pulled.newest(tweets, authors, maximumEntries);
        timelines.complete(readerId, slice.ids(), slice.floor());
        return slice;
    }
}
