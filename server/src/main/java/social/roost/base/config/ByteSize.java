package social.roost.base.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes, written with a binary unit: {@code 512B}, {@code 64KiB}, {@code 64MiB}, {@code 2GiB}. */
public record ByteSize(long bytes) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,19})\\s*(B|KiB|MiB|GiB|TiB)");
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size cannot be negative: " + bytes);
        }
    }

    /**
     * Parses a whole number with a unit.
     *
     * @throws IllegalArgumentException if the text is anything else, or is above 8 EiB
     */
    public static ByteSize parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a size: " + text);
        }
        long factor = 1;
        for (String unit : UNITS) {
            if (unit.equals(matcher.group(2))) {
                break;
            }
            factor *= 1024;
        }
        try {
            return new ByteSize(Math.multiplyExact(Long.parseLong(matcher.group(1)), factor));
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException("too large a size: " + text, overflow);
        }
    }

    /** The size in the largest unit that gives a whole number; {@link #parse} accepts it. */
    @Override
    public String toString() {
        long rest = bytes;
        int unit = 0;
        while (rest > 0 && rest % 1024 == 0 && unit < UNITS.length - 1) {
            rest /= 1024;
            unit++;
        }
        return rest + UNITS[unit];
    }
}
