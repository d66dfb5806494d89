package social.roost.loadgen;

import java.util.Arrays;
import java.util.Collection;

/** Medians; of an even number of values, the greater of the two in the middle. */
final class Medians {
    private Medians() {}

    static double of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static double of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
