package social.roost.event;

import java.util.concurrent.atomic.LongAdder;

/** Counts the dead letters of one group in a process. */
public final class CountedDeadLetters {
    private final LongAdder kept = new LongAdder();

    public long count() {
        return kept.sum();
    }

    /** The same store, with counting. */
    public DeadLetterStore counting(DeadLetterStore store) {
        return (group, event, attempts, error) -> {
            store.keep(group, event, attempts, error);
            kept.increment();
        };
    }
}
