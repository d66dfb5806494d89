package social.roost.driver.redis;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.UnavailableException;

/** Continues without Redis: logs when an outage begins and when it is over, and nothing in between. */
public final class FailOpen {
    private static final Logger LOG = LoggerFactory.getLogger(FailOpen.class);

    private final String consequence;
    private final AtomicBoolean failing = new AtomicBoolean();

    /** @param consequence of an outage, for the log */
    public FailOpen(String consequence) {
        this.consequence = consequence;
    }

    /** Returns a fallback while Redis is unavailable. */
    public <T extends @Nullable Object> T orElse(Supplier<T> call, T otherwise) {
        try {
            T answer = call.get();
            if (failing.get() && failing.compareAndSet(true, false)) {
                LOG.info("Redis is available again; no longer applies: {}", consequence);
            }
            return answer;
        } catch (UnavailableException e) {
            if (failing.compareAndSet(false, true)) {
                LOG.warn("Redis is unavailable: {}", consequence);
            }
            return otherwise;
        }
    }
}
