package social.roost.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.DoubleStream;
import social.roost.base.trace.Tracer;

/** Measures the duration of requests, by route and status, with OpenTelemetry's names, and starts traces. */
public final class RequestMeters {
    /** Number and duration of answered requests, without open streams. */
    public static final String DURATION = "http.server.request.duration";

    public static final String METHOD = "http.request.method";
    public static final String ROUTE = "http.route";
    public static final String STATUS = "http.response.status_code";

    private static final String OTHER = "_OTHER";

    /** In seconds; fine enough to compute a percentile to about 20 percent. */
    private static final double[] BOUNDS = {
        .0001, .00025, .0005, .00075, .001, .0015, .002, .003, .004, .005, .0075, .01, .015, .02, .03, .05, .075, .1,
        .15, .2, .25, .5, .75, 1, 2.5, 5, 7.5, 10
    };

    private final MeterRegistry registry;
    private final Tracer tracer;
    private final RequestLog log;
    private final ConcurrentMap<Key, RequestMeter> meters = new ConcurrentHashMap<>();
    private final RequestMeter other;

    /** Without traces; a request is slow after a second. */
    public RequestMeters(MeterRegistry registry) {
        this(registry, Tracer.NONE, Duration.ofSeconds(1));
    }

    /** @param slow the duration from which requests are logged */
    public RequestMeters(MeterRegistry registry, Tracer tracer, Duration slow) {
        this.registry = registry;
        this.tracer = tracer;
        this.log = new RequestLog(slow);
        this.other = of(OTHER, OTHER);
    }

    RequestLog log() {
        return log;
    }

    Tracer tracer() {
        return tracer;
    }

    /** For requests without a route. */
    RequestMeter other() {
        return other;
    }

    /** The bounds of all duration histograms. */
    public static Duration[] bounds() {
        return DoubleStream.of(BOUNDS)
                .mapToObj(seconds -> Duration.ofNanos(Math.round(seconds * 1e9)))
                .toArray(Duration[]::new);
    }

    /** Call once and keep the result. */
    RequestMeter of(String method, String template) {
        return meters.computeIfAbsent(
                new Key(method, template),
                key -> new RequestMeter(method, template, status -> timer(method, template, status)));
    }

    private Timer timer(String method, String template, int status) {
        return Timer.builder(DURATION)
                .description("Duration of requests.")
                .tags(METHOD, method, ROUTE, template, STATUS, Integer.toString(status))
                .serviceLevelObjectives(bounds())
                .register(registry);
    }

    private record Key(String method, String template) {}
}
