package social.roost.http;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import social.roost.base.LogThrottle;
import social.roost.base.trace.Activity;

/**
 * Logs answered requests: slow ones as warnings, all others at level debug. It logs routes, not addresses, because
 * addresses contain user input.
 */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final int WARNINGS_PER_SECOND = 10;

    private final long slowNanos;
    private final LogThrottle warnings = new LogThrottle(WARNINGS_PER_SECOND);

    RequestLog(Duration slow) {
        slowNanos = slow.toNanos();
    }

    boolean isSlow(long nanos) {
        return nanos >= slowNanos;
    }

    /** Whether requests that are not slow are logged. */
    boolean isDetailed() {
        return LOG.isDebugEnabled();
    }

    /** @param all whether to log all requests: those that are not slow at level info */
    void answered(Activity activity, String name, int status, Latency latency, boolean all) {
        long nanos = latency.nanos();
        Level level = latency.isSlow() && warnings.allows() ? Level.WARN : all ? Level.INFO : Level.DEBUG;
        activity.run(() -> LOG.atLevel(level)
                .addKeyValue("status", status)
                .addKeyValue("latencyMs", nanos / 1e6)
                .log(
                        "{}: {} answered {} in {} ms, request {}",
                        latency.isSlow() ? "Slow request" : "Request",
                        name,
                        status,
                        nanos / 1_000_000,
                        activity.correlationId()));
    }

    /** How long a request took. */
    record Latency(long nanos, boolean isSlow) {}
}
