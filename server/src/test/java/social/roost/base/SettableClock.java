package social.roost.base;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until a test moves it, forwards or backwards. */
public final class SettableClock implements InstantSource {
    private final AtomicLong millis;

    public SettableClock(long millis) {
        this.millis = new AtomicLong(millis);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return millis.get();
    }

    public void set(long time) {
        millis.set(time);
    }

    public void move(Duration by) {
        millis.addAndGet(by.toMillis());
    }
}
