package social.roost.loadgen;

/**
 * Counts whose logarithms are normal.
 *
 * @param location the mean of the logarithms
 * @param width their standard deviation
 * @param size how many counts
 * @param largest the first of them
 */
record LogNormal(double location, double width, int size, int largest) {

    /**
     * The distribution with this mean whose largest of so many values is, as a rule, this one.
     *
     * @throws IllegalArgumentException when there is none
     */
    static LogNormal of(double mean, int largest, int size) {
        double top = quantile(1 - 0.5 / size);
        double ratio = Math.log(largest / mean);
        double root = top * top - 2 * ratio;
        if (mean <= 0 || ratio < 0 || root < 0 || largest >= size) {
            throw new IllegalArgumentException(
                    "No distribution of %,d users has %,.1f followers on average and %,d at most; at most it can be %,.0f."
                            .formatted(size, mean, largest, Math.min(size - 1.0, mean * Math.exp(top * top / 2))));
        }
        double width = top - Math.sqrt(root);
        return new LogNormal(Math.log(mean) - width * width / 2, width, size, largest);
    }

    /** The counts, falling, whose sum is the mean times their number as nearly as whole numbers allow. */
    int[] counts() {
        double sum = 0;
        double[] exact = new double[size];
        for (int i = 0; i < size; i++) {
            exact[i] = Math.min(largest, Math.exp(location + width * quantile(1 - (i + 0.5) / size)));
            sum += exact[i];
        }
        // The quantiles miss a part of the tail; what lacks is added in proportion, but not to the largest.
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

    /**
     * The value that a standard normal variable stays below with this probability: Abramowitz and Stegun, "Handbook of Mathematical
     * Functions", formula 26.2.23, off by less than 4.5e-4.
     */
    static double quantile(double probability) {
        if (probability < 0.5) {
            return -quantile(1 - probability);
        }
        double t = Math.sqrt(-2 * Math.log(1 - probability));
        return t
                - (2.515517 + 0.802853 * t + 0.010328 * t * t)
                        / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
    }
}
