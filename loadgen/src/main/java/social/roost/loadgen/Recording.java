package social.roost.loadgen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Latencies of one kind of request: of all, and of those due in each second. */
final class Recording {
    private static final int DIGITS = 3;
    private static final int TOLD = 3;

    private final String name;
    private final long start = System.nanoTime();
    private final Histogram all = new Histogram(DIGITS);
    private final List<Histogram> seconds = new ArrayList<>();
    private int failed;

    Recording(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** A request due then has completed now; both are {@link System#nanoTime}. */
    synchronized void record(long due, long now) {
        long micros = Math.max(0, (now - due) / 1_000);
        all.recordValue(micros);
        int second = (int) Math.max(0, (due - start) / 1_000_000_000L);
        while (seconds.size() <= second) {
            seconds.add(new Histogram(2));
        }
        seconds.get(second).recordValue(micros);
    }

    /** Records the response if it is successful. */
    void record(long due, Response response) {
        if (response.isSuccess()) {
            record(due, System.nanoTime());
        } else {
            fail(response.status() + " " + response.body());
        }
    }

    synchronized void fail(String why) {
        if (++failed <= TOLD) {
            System.err.println(name + " failed: " + why);
        }
    }

    synchronized int failed() {
        return failed;
    }

    synchronized long count() {
        return all.getTotalCount();
    }

    /** In milliseconds. */
    synchronized double percentile(double percentile) {
        return all.getValueAtPercentile(percentile) / 1e3;
    }

    /** In milliseconds. */
    synchronized double max() {
        return all.getMaxValue() / 1e3;
    }

    /** For each second, in milliseconds. */
    synchronized double[] percentiles(double percentile) {
        return seconds.stream()
                .mapToDouble(second -> second.getValueAtPercentile(percentile) / 1e3)
                .toArray();
    }

    /** The number of completed requests that were due in each second. */
    synchronized double[] counts() {
        return seconds.stream().mapToDouble(Histogram::getTotalCount).toArray();
    }

    static String header() {
        return "                        count    p50 ms    p90 ms    p99 ms  p99.9 ms    max ms   failed";
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-20s %8d %9.2f %9.2f %9.2f %9.2f %9.2f %8d",
                name,
                count(),
                percentile(50),
                percentile(90),
                percentile(99),
                percentile(99.9),
                max(),
                failed());
    }
}
