package social.roost.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set. */
final class SettableClock implements InstantSource {
    private static final Instant SOME_DAY = Instant.parse("2026-06-01T12:00:00Z");

    private final AtomicReference<Instant> now;

    SettableClock() {
        this(SOME_DAY);
    }

    SettableClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    void advance(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
