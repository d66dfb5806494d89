package social.roost.loadgen.micro;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import social.roost.timeline.TimelineStore.Slice;
import social.roost.timeline.memory.MemoryTimelineStore;

/** Full home timelines in memory: a tweet pushed into 1,000 of them, and the newest 20 ids read. */
@State(Scope.Benchmark)
public class TimelineMicro {
    private static final int READERS = 10_000;
    private static final int BATCH = 1_000;
    private static final int ENTRIES = 800;

    private final MemoryTimelineStore timelines =
            new MemoryTimelineStore(ENTRIES, Duration.ofDays(3), Long.MAX_VALUE, InstantSource.system());
    private final long[] readers = new long[READERS];
    private long tweet;
    private int next;

    @Setup
    public void fill() {
        for (int i = 0; i < READERS; i++) {
            readers[i] = 1_000_003L * (i + 1);
            timelines.begin(readers[i]);
            timelines.complete(readers[i], new long[0], 0);
        }
        for (int i = 0; i < ENTRIES; i++) {
            timelines.push(++tweet, readers, 0, READERS);
        }
    }

    /** For each timeline. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void push() {
        next = (next + BATCH) % READERS;
        timelines.push(++tweet, readers, next, next + BATCH);
    }

    @Benchmark
    public @Nullable Slice read() {
        next = (next + 1) % READERS;
        return timelines.older(readers[next], Long.MAX_VALUE, 20);
    }
}
