package social.roost.http;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;
import social.roost.base.trace.Activity;
import social.roost.base.trace.Span;
import social.roost.base.trace.Tracer;

/** Metrics, trace and log entry of one request, from its start to its response. */
public final class Observation {
    /** The first status that is the server's fault. */
    private static final int FAULT = 500;

    private final long startNanos = System.nanoTime();
    private final HttpServerRequest request;
    private final String requestId;
    private final RequestMeters meters;
    private final TrustedProxies proxies;
    private final boolean accessLog;
    private RequestMeter meter;
    private @Nullable Span span;
    private boolean waitsForClient;

    /** @param accessLog whether to log every request */
    Observation(
            HttpServerRequest request,
            String requestId,
            RequestMeters meters,
            TrustedProxies proxies,
            boolean accessLog) {
        this.request = request;
        this.requestId = requestId;
        this.meters = meters;
        this.proxies = proxies;
        this.accessLog = accessLog;
        this.meter = meters.other();
    }

    /** Counts the request for this route; without a call, it counts as "other". */
    public void countFor(String method, String template) {
        countFor(meters.of(method, template));
    }

    void countFor(RequestMeter routeMeter) {
        meter = routeMeter;
        Tracer tracer = meters.tracer();
        if (tracer.isOn() && !routeMeter.isProbe()) {
            span = tracer.request(routeMeter.name(), believedTrace());
        }
    }

    /** Only from trusted proxies: otherwise strangers could decide what is recorded. */
    private @Nullable String believedTrace() {
        String sent = request.getHeader(Tracer.HEADER);
        return sent != null && proxies.isBelieved(request) ? sent : null;
    }

    /** The trace that a role continues, or the decision not to trace; null to let the role decide. */
    public @Nullable String trace() {
        if (span != null) {
            return span.context();
        }
        return meters.tracer().isOn() ? Tracer.NOT_RECORDED : believedTrace();
    }

    /** How long the request takes depends on the client, so it is not called slow. */
    void waitsForClient() {
        waitsForClient = true;
    }

    /** Null if the request is not traced. */
    @Nullable
    String traceId() {
        return span == null ? null : span.traceId();
    }

    /** Identifies this request for the threads that work on it. */
    Activity activity() {
        return new Activity(requestId, meter.template(), span);
    }

    /** The response has been passed to the connection. */
    void answered(int status) {
        long nanos = System.nanoTime() - startNanos;
        meter.answered(status, nanos);
        if (span != null) {
            endTrace(span, status);
        }
        RequestLog log = meters.log();
        boolean slow = !waitsForClient && log.isSlow(nanos);
        if (slow || accessLog || log.isDetailed()) {
            log.answered(activity(), meter.name(), status, new RequestLog.Latency(nanos, slow), accessLog);
        }
    }

    private void endTrace(Span begun, int status) {
        begun.set("http.request.method", request.method().name())
                .set("http.route", meter.template())
                .set("http.response.status_code", Integer.toString(status))
                .set("roost.request_id", requestId);
        if (status >= FAULT) {
            begun.failed(Integer.toString(status));
        }
        begun.end();
    }
}
