package social.roost.app;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import social.roost.event.EventLog;

/** How far the search index is behind: 0 if it has applied every event. */
final class SearchLag {
    private final EventLog events;
    private final LongSupplier appliedAt;
    private final InstantSource clock;
    private volatile long completeAt;

    /** @param appliedAt when the newest tweet was posted that was applied, in milliseconds since 1970 */
    SearchLag(EventLog events, LongSupplier appliedAt, InstantSource clock) {
        this.events = events;
        this.appliedAt = appliedAt;
        this.clock = clock;
        completeAt = clock.millis();
    }

    /** After a time without posts, the last applied one says nothing: then it counts since when events are waiting. */
    double seconds() {
        long now = clock.millis();
        if (events.lagHere(SearchFeature.GROUP) == 0) {
            completeAt = now;
            return 0;
        }
        return Math.max(0, now - Math.max(completeAt, appliedAt.getAsLong())) / (double) TimeUnit.SECONDS.toMillis(1);
    }
}
