package social.roost.loadgen;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * An axis of a plot, from one of its ticks to another.
 *
 * @param step between ticks: a difference, or a factor on a logarithmic axis
 */
record Axis(double low, double high, double step, boolean logarithmic) {
    private static final int TICKS = 6;
    private static final List<String> UNITS = List.of("", "k", "M", "G", "T", "P");

    /**
     * The shortest axis that contains all values from low to high, with ticks at multiples of 1, 2 or 5 times a power
     * of ten.
     */
    static Axis linear(double low, double high) {
        double rough = (high > low ? high - low : 1) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power * nice(rough / power);
        double first = step * Math.floor(low / step);
        return new Axis(first, Math.max(step * Math.ceil(high / step), first + step), step, false);
    }

    private static double nice(double factor) {
        if (factor > 5) {
            return 10;
        }
        return factor > 2 ? 5 : factor > 1 ? 2 : 1;
    }

    /** The shortest axis that contains all values from low, above 0, to high, with ticks at powers of ten. */
    static Axis logarithmic(double low, double high) {
        double first = Math.floor(Math.log10(low));
        double last = Math.max(Math.ceil(Math.log10(high)), first + 1);
        double step = Math.ceil((last - first) / (TICKS + 1));
        return new Axis(Math.pow(10, first), Math.pow(10, last), Math.pow(10, step), true);
    }

    /** Whether the value is on the axis. */
    boolean has(double value) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    /** The position of a value, from 0 at the low end to 1 at the high end. */
    double place(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    List<Double> ticks() {
        int steps =
                (int) Math.floor(1e-9 + (logarithmic ? Math.log(high / low) / Math.log(step) : (high - low) / step));
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> logarithmic ? low * Math.pow(step, i) : low + i * step)
                .toList();
    }

    /** A number in its shortest readable form: 35k, 1.5M, 0.02, 5e-6. */
    static String label(double value) {
        if (value != 0 && Math.abs(value) < 0.001) {
            return String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-");
        }
        int unit = 0;
        double left = value;
        for (; Math.abs(left) >= 999.95 && unit < UNITS.size() - 1; unit++) {
            left /= 1000;
        }
        BigDecimal digits = new BigDecimal(left).round(new MathContext(3));
        return (digits.signum() == 0 ? "0" : digits.stripTrailingZeros().toPlainString()) + UNITS.get(unit);
    }
}
