package social.roost.e2e;

import java.util.concurrent.atomic.LongAdder;

/** The number of answered and failed requests of a kind. */
final class Tally {
    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();

    void count(boolean success) {
        (success ? answered : failed).increment();
    }

    long total() {
        return answered.sum() + failed.sum();
    }

    double failedPercent() {
        return total() == 0 ? 0 : 100.0 * failed.sum() / total();
    }

    void reset() {
        answered.reset();
        failed.reset();
    }

    @Override
    public String toString() {
        return "%d of %d failed (%.1f %%)".formatted(failed.sum(), total(), failedPercent());
    }
}
