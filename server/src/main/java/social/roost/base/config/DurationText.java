package social.roost.base.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as an operator writes them: a whole number and one unit, {@code 250ms}, {@code 10s}, {@code 3d}. */
final class DurationText {
    private record Unit(String name, ChronoUnit length) {}

    private static final List<Unit> LARGEST_FIRST = List.of(
            new Unit("d", ChronoUnit.DAYS),
            new Unit("h", ChronoUnit.HOURS),
            new Unit("m", ChronoUnit.MINUTES),
            new Unit("s", ChronoUnit.SECONDS),
            new Unit("ms", ChronoUnit.MILLIS));
    private static final Pattern TEXT = Pattern.compile("(\\d{1,19})\\s*(ms|[smhd])");

    private DurationText() {}

    /** @throws IllegalArgumentException if it is not a whole number with a unit, or longer than a Duration can be */
    static Duration parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a duration: " + text);
        }
        try {
            for (Unit unit : LARGEST_FIRST) {
                if (unit.name.equals(matcher.group(2))) {
                    return Duration.of(Long.parseLong(matcher.group(1)), unit.length);
                }
            }
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException("too long a duration: " + text, overflow);
        }
        throw new IllegalArgumentException("not a unit of time: " + matcher.group(2));
    }

    /** In the largest unit that gives a whole number; fractions of a millisecond are cut off. */
    static String format(Duration duration) {
        for (Unit unit : LARGEST_FIRST) {
            Duration length = unit.length.getDuration();
            if (!duration.isZero() && duration.equals(length.multipliedBy(duration.dividedBy(length)))) {
                return duration.dividedBy(length) + unit.name;
            }
        }
        return duration.isZero() ? "0s" : duration.toMillis() + "ms";
    }
}
