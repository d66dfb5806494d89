package social.roost.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import social.roost.base.Timestamps;

/** How this process is doing: its meters, looked at once a second, over the last ten seconds, and the points of five minutes. */
final class Vitals {
    private static final int WINDOW = 10;
    private static final int POINTS = 300;

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final ProcessMemory memory = new ProcessMemory();
    private final Deque<Look> looks = new ArrayDeque<>();
    private final Deque<Point> points = new ArrayDeque<>();

    Vitals(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** To be called once a second. What was before the first time, such as the filling of a world, shows in no point. */
    synchronized void look() {
        Look now = Look.at(registry, System.nanoTime());
        looks.addLast(now);
        if (looks.size() > WINDOW + 1) {
            looks.removeFirst();
        }
        if (looks.size() > 1) {
            points.addLast(point(looks.getFirst(), now));
        }
        if (points.size() > POINTS) {
            points.removeFirst();
        }
    }

    /** The newest point and those before it, oldest first. */
    synchronized Report report() {
        while (points.isEmpty()) {
            look();
        }
        return new Report(points.getLast(), new ArrayList<>(points));
    }

    private Point point(Look before, Look now) {
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

    /** The process at one moment, and the ten seconds before it. */
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

    /** Of all requests: half of them took less, and all but one in a hundred. */
    record Latency(double p50Ms, double p99Ms) {}

    /** @param history oldest first, the newest among them */
    record Report(Point now, List<Point> history) {}
}
