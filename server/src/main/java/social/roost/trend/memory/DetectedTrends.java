package social.roost.trend.memory;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import social.roost.trend.Observation;
import social.roost.trend.ObservationLog;
import social.roost.trend.Trend;
import social.roost.trend.TrendBoard;
import social.roost.trend.TrendDetector;

/** The trends that this process detects in what is appended. */
public final class DetectedTrends implements TrendBoard, ObservationLog {
    private static final long MINUTE = 60_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final TrendDetector detector;
    private final InstantSource clock;

    /** By location, since the last tick. */
    private final Map<String, List<Trend>> found = new ConcurrentHashMap<>();

    private volatile long minute;

    public DetectedTrends(TrendDetector detector, InstantSource clock) {
        this.detector = detector;
        this.clock = clock;
    }

    @Override
    public void append(Observation observation) {
        lock.lock();
        try {
            switch (observation) {
                case Observation.Tweeted(var tweet) -> {
                    boolean _ = detector.accept(tweet);
                }
                case Observation.Suspended suspended -> detector.remove(suspended.author());
                case Observation.Clock(long atMillis) -> tick(atMillis);
            }
        } finally {
            lock.unlock();
        }
    }

    private void tick(long atMillis) {
        if (atMillis / MINUTE != minute) {
            detector.tick(atMillis);
            found.clear();
            minute = atMillis / MINUTE;
        }
    }

    @Override
    public List<Trend> trends(String location, int limit) {
        if (version() == 0) {
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

    /** The last minute. While the past is read, the minutes are old. */
    @Override
    public long version() {
        long last = minute;
        return clock.millis() - last * MINUTE < SHOWN.toMillis() ? last : 0;
    }

    @Override
    public boolean isDetecting() {
        return true;
    }
}
