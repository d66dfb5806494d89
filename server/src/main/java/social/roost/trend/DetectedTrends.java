package social.roost.trend;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The trends that this process detects; none while it has not read the past. Thread-safe. */
public final class DetectedTrends implements TrendBoard {
    /** More are never shown, even after hidden ones are left out. */
    private static final int MOST = 200;

    private static final long MINUTE = 60_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final TrendDetector detector;

    /** By location, since the last tick. */
    private final Map<String, List<Trend>> found = new ConcurrentHashMap<>();

    private long minute;
    private volatile long version;

    public DetectedTrends(TrendDetector detector) {
        this.detector = detector;
    }

    void accept(TopicalTweet tweet) {
        lock.lock();
        try {
            boolean _ = detector.accept(tweet);
        } finally {
            lock.unlock();
        }
    }

    void remove(long author) {
        lock.lock();
        try {
            detector.remove(author);
        } finally {
            lock.unlock();
        }
    }

    /** Replays the past: completes the minutes before this time, without showing trends. */
    void replay(long now) {
        lock.lock();
        try {
            detector.tick(now);
        } finally {
            lock.unlock();
        }
    }

    /** Completes the minutes before this time, in milliseconds since 1970, and shows the trends. */
    void tick(long now) {
        lock.lock();
        try {
            if (now / MINUTE != minute) {
                minute = now / MINUTE;
                detector.tick(now);
                found.clear();
                version = now;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Trend> trends(String location, int limit) {
        if (version == 0) {
            return List.of();
        }
        List<Trend> trends = found.get(location);
        if (trends == null) {
            trends = find(location);
        }
        return trends.subList(0, Math.min(limit, trends.size()));
    }

    private List<Trend> find(String location) {
        lock.lock();
        try {
            return found.computeIfAbsent(location, _ -> detector.trends(location, MOST));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long version() {
        return version;
    }
}
