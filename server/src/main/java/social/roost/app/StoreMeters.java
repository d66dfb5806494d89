package social.roost.app;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.roost.base.Sparing;
import social.roost.driver.StoreCalls;
import social.roost.driver.StoreCalls.Outcome;

/** Watches the calls of the stores, and tells of those that take long. */
final class StoreMeters {
    private static final Logger LOG = LoggerFactory.getLogger(StoreMeters.class);
    private static final int WARNINGS_PER_SECOND = 10;

    private final long slowNanos;
    private final Sparing warnings = new Sparing(WARNINGS_PER_SECOND);

    StoreMeters(Duration slow) {
        slowNanos = slow.toNanos();
    }

    void watch(StoreCalls calls) {
        String store = calls.store();
        calls.observedBy((operation, outcome, nanos) -> called(store, operation, outcome, nanos));
    }

    private void called(String store, String operation, Outcome outcome, long nanos) {
        if (nanos >= slowNanos && warnings.allows()) {
            LOG.atWarn()
                    .addKeyValue("store", store)
                    .addKeyValue("operation", operation)
                    .addKeyValue("outcome", outcome.text())
                    .addKeyValue("latencyMs", nanos / 1e6)
                    .log("A call of {} took {} ms: {}, {}", store, nanos / 1_000_000, operation, outcome.text());
        }
    }
}
