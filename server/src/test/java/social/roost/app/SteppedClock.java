package social.roost.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until a test steps it. */
final class SteppedClock implements InstantSource {
    private final AtomicLong millis;

    SteppedClock(Instant start) {
        millis = new AtomicLong(start.toEpochMilli());
    }

    void step(Duration step) {
        millis.addAndGet(step.toMillis());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return millis.get();
    }
}
