package social.roost.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import social.roost.http.RequestMeters;

/** The values of the meters at one moment: counts since the start. */
record MetricsSnapshot(
        long nanos,
        long requests,
        long errors,
        long reads,
        long posts,
        double deliveries,
        double streams,
        Histogram durations,
        Histogram fanOutLag) {
    private static final String HOME = "GET /api/roost/v1/timelines/home";
    private static final String POST = "POST /api/roost/v1/tweets";
    private static final String HEALTH = "/health/";

    /** Reads the meters, without those of health checks. */
    static MetricsSnapshot at(MeterRegistry registry, long nanos) {
        Histogram durations = new Histogram();
        long requests = 0;
        long errors = 0;
        long reads = 0;
        long posts = 0;
        for (Timer timer : registry.find(RequestMeters.DURATION).timers()) {
            String route = tag(timer, RequestMeters.ROUTE);
            if (!route.startsWith(HEALTH)) {
                String line = tag(timer, RequestMeters.METHOD) + " " + route;
                int status = Integer.parseInt(tag(timer, RequestMeters.STATUS));
                long count = timer.count();
                durations.add(timer);
                requests += count;
                errors += status >= 500 ? count : 0;
                reads += status == 200 && line.equals(HOME) ? count : 0;
                posts += status == 201 && line.equals(POST) ? count : 0;
            }
        }
        Histogram lag = new Histogram();
        registry.find(FanOutFeature.LAG).timers().forEach(lag::add);
        return new MetricsSnapshot(
                nanos, requests, errors, reads, posts, deliveries(registry), streams(registry), durations, lag);
    }

    private static double deliveries(MeterRegistry registry) {
        return registry.find(FanOutFeature.DELIVERIES).functionCounters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private static double streams(MeterRegistry registry) {
        return registry.find(LiveFeature.STREAMS).gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    private static String tag(Timer timer, String name) {
        return Objects.requireNonNullElse(timer.getId().getTag(name), "");
    }
}
