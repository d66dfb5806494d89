package social.roost.loadgen;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A server's {@code /metrics}, by name and labels. */
final class Metrics {
    private static final String LAG = "roost_fan_out_lag_seconds_bucket{le=\"";

    private final Map<String, Double> values;

    private Metrics(Map<String, Double> values) {
        this.values = values;
    }

    static Metrics read(HttpClient client, int adminPort) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adminPort + "/metrics"))
                .build();
        Map<String, Double> values = new HashMap<>();
        client.send(request, BodyHandlers.ofLines()).body().forEach(line -> {
            int space = line.lastIndexOf(' ');
            if (space > 0 && !line.startsWith("#")) {
                values.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
            }
        });
        return new Metrics(values);
    }

    /**
     * Deliveries of this many tweets: to the timelines of the followers, and twice to the author's own, immediately and
     * by the event.
     */
    static long deliveriesOf(long tweets, int followers) {
        return tweets * (followers + 2L);
    }

    /** Tweets pushed to home timelines so far. */
    long deliveries() {
        return values.getOrDefault("roost_fan_out_deliveries_total", 0.0).longValue();
    }

    /** What consumer groups that start with a backfill have read from the stores so far. */
    long backfilled() {
        return values.entrySet().stream()
                .filter(metric -> metric.getKey().startsWith("roost_backfill_events"))
                .mapToLong(metric -> metric.getValue().longValue())
                .sum();
    }

    /**
     * The time from a tweet's 201 until all timelines had it, in milliseconds, below which this fraction of the tweets
     * since then stayed: the upper bound of a bucket, so at most 50 percent too high. 0 if there were none.
     */
    double fanOutLag(Metrics before, double part) {
        TreeMap<Double, Double> buckets = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(LAG)) {
                String bound = key.substring(LAG.length(), key.indexOf('"', LAG.length()));
                buckets.put(
                        bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound),
                        value - before.values.getOrDefault(key, 0.0));
            }
        });
        double all = buckets.isEmpty() ? 0 : buckets.lastEntry().getValue();
        return all == 0
                ? 0
                : buckets.entrySet().stream()
                                .filter(bucket -> bucket.getValue() >= part * all)
                                .findFirst()
                                .orElseThrow()
                                .getKey()
                        * 1e3;
    }
}
