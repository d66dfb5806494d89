package social.roost.event;

import java.util.concurrent.atomic.LongAdder;

/** Counts what is kept as dead letters by one group of a process. */
public final class CountedDeadLetters {
    private final LongAdder kept = new LongAdder();

    public long count() {
        return kept.sum();
    }

    /** The same store, whose events are counted here. */
    public DeadLetterStore counting(DeadLetterStore store) {
        return (group, event, attempts, error) -> {
            store.keep(group, event, attempts, error);
            kept.increment();
        };
    }
}
