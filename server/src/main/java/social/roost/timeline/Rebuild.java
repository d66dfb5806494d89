package social.roost.timeline;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import social.roost.base.Ids;
import social.roost.graph.Graph;
import social.roost.timeline.TimelineStore.Slice;
import social.roost.tweet.TweetStore;

/** Makes the timeline of a reader who has none, from the recent tweets of the reader and those followed. */
final class Rebuild {
    private static final int LOCKS = 256;

    private final TimelineStore timelines;
    private final TweetStore tweets;
    private final Graph graph;
    private final PulledAuthors pulled;
    private final int maximumEntries;

    /** By reader, so that requests of one reader that come together rebuild once. */
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    Rebuild(TimelineStore timelines, TweetStore tweets, Graph graph, PulledAuthors pulled, int maximumEntries) {
        this.timelines = timelines;
        this.tweets = tweets;
        this.graph = graph;
        this.pulled = pulled;
        this.maximumEntries = maximumEntries;
        Arrays.setAll(locks, i -> new ReentrantLock());
    }

    /** Returns the reader's timeline as it was pulled, and has it stored if the store takes it. */
    Slice rebuild(long readerId) {
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
        long[] authors = Ids.with(pulled.notAmong(graph.followees(readerId)), readerId);
        Slice slice = Pulled.newest(tweets, authors, maximumEntries);
        timelines.complete(readerId, slice.ids(), slice.floor());
        return slice;
    }
}
