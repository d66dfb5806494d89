package social.roost.app;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.util.Arrays;
import social.roost.http.RequestMeters;

/** The number of durations in each range, of several timers with the bounds of {@link RequestMeters}. */
final class Histogram {
    private static final double[] BOUNDS_MILLIS = Arrays.stream(RequestMeters.bounds())
            .mapToDouble(bound -> bound.toNanos() / 1e6)
            .toArray();

    /** The last element counts durations above all bounds. */
    private final long[] counts = new long[BOUNDS_MILLIS.length + 1];

    void add(Timer timer) {
        CountAtBucket[] buckets = timer.takeSnapshot().histogramCounts();
        double below = 0;
        for (int i = 0; i < BOUNDS_MILLIS.length && i < buckets.length; i++) {
            counts[i] += Math.round(buckets[i].count() - below);
            below = buckets[i].count();
        }
        counts[BOUNDS_MILLIS.length] += Math.max(0, timer.count() - Math.round(below));
    }

    /** The difference from an earlier sample of the same timers. */
    Histogram since(Histogram earlier) {
        Histogram since = new Histogram();
        Arrays.setAll(since.counts, i -> Math.max(0, counts[i] - earlier.counts[i]));
        return since;
    }

    /**
     * The duration below which this share of durations is, in milliseconds, assuming an even distribution within each
     * range; 0 if there are none.
     */
    double percentile(double share) {
        double wanted = share * Arrays.stream(counts).sum();
        double below = 0;
        for (int i = 0; i < BOUNDS_MILLIS.length; i++) {
            if (counts[i] > 0 && below + counts[i] >= wanted) {
                double low = i == 0 ? 0 : BOUNDS_MILLIS[i - 1];
                return low + (BOUNDS_MILLIS[i] - low) * Math.max(0, wanted - below) / counts[i];
            }
            below += counts[i];
        }
        return wanted == 0 ? 0 : BOUNDS_MILLIS[BOUNDS_MILLIS.length - 1];
    }
}
