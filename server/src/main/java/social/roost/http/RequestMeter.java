package social.roost.http;

import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Measures the requests of one route, with a timer for each status, found by its number because every response passes
 * here.
 */
final class RequestMeter {
    private static final int STATUSES = 600;

    private final AtomicReferenceArray<@Nullable Timer> timers = new AtomicReferenceArray<>(STATUSES);
    private final IntFunction<Timer> register;
    private final String method;
    private final String template;

    /** @param register returns the same timer for the same status */
    RequestMeter(String method, String template, IntFunction<Timer> register) {
        this.method = method;
        this.template = template;
        this.register = register;
    }

    String template() {
        return template;
    }

    /** Such as {@code GET /api/roost/v1/users/{id}}. */
    String name() {
        return method + " " + template;
    }

    /** Whether it is a periodic probe, which is not worth logging. */
    boolean isProbe() {
        return template.startsWith(Route.PROBES);
    }

    void answered(int status, long nanos) {
        int index = Math.min(status, STATUSES - 1);
        Timer timer = timers.get(index);
        if (timer == null) {
            timer = register.apply(index);
            timers.set(index, timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }
}
