package social.roost.analytics;

import java.util.EnumMap;
import java.util.Map;

/** A number for each {@link Measure}. Not safe for use by several threads while it changes. */
public final class Tally {
    private final Map<Measure, Long> counts = new EnumMap<>(Measure.class);

    public long of(Measure measure) {
        return counts.getOrDefault(measure, 0L);
    }

    public void add(Measure measure, long count) {
        long sum = of(measure) + count;
        if (sum == 0) {
            Long _ = counts.remove(measure);
        } else {
            Long _ = counts.put(measure, sum);
        }
    }

    public void add(Tally other) {
        other.counts.forEach(this::add);
    }

    public boolean isZero() {
        return counts.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && counts.equals(tally.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
