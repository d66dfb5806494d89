package social.roost.timeline;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Ids;
import social.roost.base.UnavailableException;
import social.roost.graph.Graph;
import social.roost.timeline.TimelineStore.Slice;
import social.roost.tweet.TweetStore;

/**
 * The tweets pushed to a reader. If there is no timeline, because the reader was away or it was evicted, it is rebuilt
 * from the recent tweets of the reader and of the users they follow.
 */
public final class PushedTweets {
    private static final Logger LOG = LoggerFactory.getLogger(PushedTweets.class);
    private static final int LOCKS = 256;

    private final TimelineStore timelines;
    private final TweetStore tweets;
    private final Graph graph;
    private final int maximumEntries;

    /** By reader, so that concurrent requests of one reader rebuild once. */
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    public PushedTweets(TimelineStore timelines, TweetStore tweets, Graph graph, int maximumEntries) {
        this.timelines = timelines;
        this.tweets = tweets;
        this.graph = graph;
        this.maximumEntries = maximumEntries;
        Arrays.setAll(locks, i -> new ReentrantLock());
    }

    /** The greatest ids below an id; after a rebuild all there are. */
    Slice older(long readerId, long before, int limit) {
        return orPulled(readerId, () -> timelines.older(readerId, before, limit));
    }

    /** The lowest ids above an id; after a rebuild all there are. */
    Slice newer(long readerId, long after, int limit) {
        return orPulled(readerId, () -> timelines.newer(readerId, after, limit));
    }

    /**
     * Rebuilds a timeline, whatever it contains.
     *
     * @return the number of ids it has now
     */
    public int renew(long readerId) {
        timelines.drop(readerId);
        return rebuild(readerId).ids().length;
    }

    /** While the timelines are unavailable, every read pulls. */
    private Slice orPulled(long readerId, Supplier<@Nullable Slice> read) {
        try {
            Slice pushed = read.get();
            return pushed != null ? pushed : rebuild(readerId);
        } catch (UnavailableException e) {
            LOG.debug("Pulled, since {}", e.getMessage());
            return pull(readerId);
        }
    }

    private Slice rebuild(long readerId) {
        ReentrantLock lock = locks[Long.hashCode(readerId * 0x9E3779B97F4A7C15L) >>> 24];
        lock.lock();
        try {
            Slice existing = timelines.older(readerId, Long.MAX_VALUE, maximumEntries);
            return existing != null ? existing : fill(readerId);
        } finally {
            lock.unlock();
        }
    }

    /** Begins the timeline before it reads the followees, so that tweets posted meanwhile are pushed to it. */
    private Slice fill(long readerId) {
        timelines.begin(readerId);
        Slice slice = pull(readerId);
        timelines.complete(readerId, slice.ids(), slice.floor());
        return slice;
    }

    /**
     * From all followees, including famous ones: one may be losing fame right now, and it must not matter whether the
     * tweets of such an author are merged into timelines or still pulled.
     */
    private Slice pull(long readerId) {
        return Pulled.newest(tweets, Ids.with(graph.followees(readerId), readerId), maximumEntries);
    }
}
