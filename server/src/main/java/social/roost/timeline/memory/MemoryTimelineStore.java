package social.roost.timeline.memory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;
import org.jctools.maps.NonBlockingHashMapLong;
import org.jspecify.annotations.Nullable;
import social.roost.timeline.TimelineStore;

/**
 * Timelines in the memory of this process, about 9 bytes per entry.
 *
 * <p>{@link #expire} must be called periodically, and {@link #evict} about once a second.
 */
public final class MemoryTimelineStore implements TimelineStore {
    private final NonBlockingHashMapLong<MemoryTimeline> timelines = new NonBlockingHashMapLong<>();
    private final LongAdder bytes = new LongAdder();
    private final int maximumEntries;
    private final Duration activeTime;
    private final long maximumBytes;
    private final InstantSource clock;

    public MemoryTimelineStore(int maximumEntries, Duration activeTime, long maximumBytes, InstantSource clock) {
        this.maximumEntries = maximumEntries;
        this.activeTime = activeTime;
        this.maximumBytes = maximumBytes;
        this.clock = clock;
    }

    @Override
    public void push(long tweetId, long[] readerIds, int from, int to) {
        for (int i = from; i < to; i++) {
            MemoryTimeline timeline = timelines.get(readerIds[i]);
            if (timeline != null) {
                timeline.push(tweetId);
            }
        }
    }

    @Override
    public void begin(long readerId) {
        if (active(readerId) != null) {
            return;
        }
        MemoryTimeline timeline = new MemoryTimeline(maximumEntries, clock.millis(), bytes);
        if (timelines.putIfAbsent(readerId, timeline) == null) {
            timeline.stored();
        }
    }

    @Override
    public void complete(long readerId, long[] ids, long floor) {
        MemoryTimeline timeline = timelines.get(readerId);
        if (timeline != null) {
            timeline.merge(ids, floor, true);
        }
    }

    @Override
    public void merge(long readerId, long[] ids, long floor) {
        MemoryTimeline timeline = timelines.get(readerId);
        if (timeline != null) {
            timeline.merge(ids, floor, false);
        }
    }

    @Override
    public void drop(long readerId) {
        MemoryTimeline timeline = timelines.get(readerId);
        if (timeline != null) {
            drop(readerId, timeline);
        }
    }

    @Override
    public void remove(long tweetId, long[] readerIds) {
        for (long readerId : readerIds) {
            MemoryTimeline timeline = timelines.get(readerId);
            if (timeline != null) {
                timeline.remove(tweetId);
            }
        }
    }

    @Override
    public @Nullable Slice older(long readerId, long before, int limit) {
        MemoryTimeline timeline = active(readerId);
        return timeline == null ? null : timeline.older(before, limit, clock.millis());
    }

    @Override
    public @Nullable Slice newer(long readerId, long after, int limit) {
        MemoryTimeline timeline = active(readerId);
        return timeline == null ? null : timeline.newer(after, limit, clock.millis());
    }

    /** The number of timelines. */
    public int size() {
        return timelines.size();
    }

    /** The approximate bytes of all timelines. */
    public long bytes() {
        return bytes.sum();
    }

    /** Drops the timelines of readers who are no longer active. */
    public void expire() {
        dropReadBefore(clock.millis() - activeTime.toMillis());
    }

    /** Evicts the least recently read timelines while the total is too large. */
    public void evict() {
        double share = 1 - 0.9 * maximumBytes / Math.max(1, bytes());
        if (bytes() > maximumBytes) {
            long[] reads = timelines.values().stream()
                    .mapToLong(MemoryTimeline::lastRead)
                    .sorted()
                    .toArray();
            dropReadBefore(reads.length == 0 ? 0 : reads[(int) (reads.length * share)] + 1);
        }
    }

    private void dropReadBefore(long time) {
        timelines.forEach((reader, timeline) -> {
            if (timeline.lastRead() < time) {
                drop(reader, timeline);
            }
        });
    }

    private void drop(long readerId, MemoryTimeline timeline) {
        if (timelines.remove(readerId, timeline)) {
            timeline.retire();
        }
    }

    private @Nullable MemoryTimeline active(long readerId) {
        MemoryTimeline timeline = timelines.get(readerId);
        if (timeline != null && timeline.lastRead() < clock.millis() - activeTime.toMillis()) {
            drop(readerId, timeline);
            return null;
        }
        return timeline;
    }
}
