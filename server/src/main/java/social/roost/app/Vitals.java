package social.roost.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import social.roost.base.Timestamps;

/**
 * The vital signs of this process: its meters, sampled once a second, over the last ten seconds, and the data points of
 * five minutes.
 */
final class Vitals {
    private static final int WINDOW = 10;
    private static final int POINTS = 300;

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final ProcessMemory memory = new ProcessMemory();
    private final Deque<MetricsSnapshot> snapshots = new ArrayDeque<>();
    private final Deque<Point> points = new ArrayDeque<>();

    Vitals(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** Called once a second. What happened before the first call, such as adding demo content, is in no data point. */
    synchronized void look() {
        MetricsSnapshot now = MetricsSnapshot.at(registry, System.nanoTime());
        snapshots.addLast(now);
        if (snapshots.size() > WINDOW + 1) {
            snapshots.removeFirst();
        }
        if (snapshots.size() > 1) {
            points.addLast(point(snapshots.getFirst(), now));
        }
        if (points.size() > POINTS) {
            points.removeFirst();
        }
    }

    /** The newest data point and those before it, oldest first. */
    synchronized Report report() {
        while (points.isEmpty()) {
            look();
        }
        return new Report(points.getLast(), new ArrayList<>(points));
    }

    private Point point(MetricsSnapshot before, MetricsSnapshot now) {
        double seconds = Math.max(1, now.nanos() - before.nanos()) / 1e9;
        Histogram durations = now.durations().since(before.durations());
        return new Point(
                Timestamps.format(clock.millis()),
                round((now.reads() - before.reads()) / seconds),
                round((now.posts() - before.posts()) / seconds),
                round((now.requests() - before.requests()) / seconds),
                round((now.errors() - before.errors()) / seconds),
                new Latency(round(durations.percentile(.5)), round(durations.percentile(.99))),
                round(now.fanOutLag().since(before.fanOutLag()).percentile(.99)),
                round((now.deliveries() - before.deliveries()) / seconds),
                Math.round(now.streams()),
                memory.bytes(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getRuntimeMXBean().getUptime() / 1_000);
    }

    private static double round(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    /** The process at one moment, and in the ten seconds before it. */
    record Point(
            String time,
            double readsPerSecond,
            double postsPerSecond,
            double requestsPerSecond,
            double errorsPerSecond,
            Latency latency,
            double fanOutLagMs,
            double fanOutDeliveriesPerSecond,
            long liveConnections,
            long memoryBytes,
            long heapBytes,
            long uptimeSeconds) {}

    /** Percentiles over all requests. */
    record Latency(double p50Ms, double p99Ms) {}

    /** @param history oldest first, including the newest */
    record Report(Point now, List<Point> history) {}
}
