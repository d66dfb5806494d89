package social.roost.http;

import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Measures the requests of one route: a timer for each status, found by its number, since this is on the way of every answer. */
final class RequestMeter {
    private static final int STATUSES = 600;

    private final AtomicReferenceArray<@Nullable Timer> timers = new AtomicReferenceArray<>(STATUSES);
    private final IntFunction<Timer> register;

    /** @param register gives the same timer for the same status each time */
    RequestMeter(IntFunction<Timer> register) {
        this.register = register;
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
