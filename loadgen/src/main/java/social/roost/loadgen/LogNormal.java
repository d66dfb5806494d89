package social.roost.loadgen;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Counts whose logarithms are normally distributed.
 *
 * @param location the mean of the logarithms
 * @param width their standard deviation
 * @param size the number of counts
 * @param largest the first of them
 */
public record LogNormal(double location, double width, int size, int largest) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * The distribution with this mean whose expected largest value is this one.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LogNormal of(double mean, int largest, int size) {
        double top = quantile(1 - 0.5 / size);
        double ratio = Math.log(largest / mean);
        double root = top * top - 2 * ratio;
        if (mean <= 0 || ratio < 0 || root < 0 || largest >= size) {
            throw new IllegalArgumentException(
                    "With %,d users, an average of %,.1f followers and a maximum of %,d are not possible: the maximum can be %,.0f at most."
                            .formatted(size, mean, largest, Math.min(size - 1.0, mean * Math.exp(top * top / 2))));
        }
        double width = top - Math.sqrt(root);
        return new LogNormal(Math.log(mean) - width * width / 2, width, size, largest);
    }

    /** The counts, descending, whose sum is the mean times their number as nearly as whole numbers allow. */
    int[] counts() {
        double sum = 0;
        double[] exact = new double[size];
        for (int i = 0; i < size; i++) {
            exact[i] = Math.min(largest, Math.exp(location + width * quantile(1 - (i + 0.5) / size)));
            sum += exact[i];
        }
        // The quantiles miss part of the tail; the rest is added in proportion, except to the largest.
        double mean = Math.exp(location + width * width / 2);
        double scale = (mean * size - largest) / (sum - exact[0]);
        int[] counts = new int[size];
        double rounding = 0;
        for (int i = 0; i < size; i++) {
            rounding += i == 0 ? largest : Math.min(largest, exact[i] * scale);
            counts[i] = (int) rounding;
            rounding -= counts[i];
        }
        return counts;
    }

    /** The number of counts that are at least this. */
    public double countsFrom(double count) {
        return count > largest ? 0 : size * NORMAL.survivalProbability((Math.log(count) - location) / width);
    }

    /** The sum of the counts that are at least this. */
    public double sumFrom(double count) {
        double mean = Math.exp(location + width * width / 2);
        return count > largest
                ? 0
                : size * mean * NORMAL.survivalProbability((Math.log(count) - location) / width - width);
    }

    /** The value below which a standard normal variable stays with this probability. */
    private static double quantile(double probability) {
        return NORMAL.inverseCumulativeProbability(probability);
    }
}
