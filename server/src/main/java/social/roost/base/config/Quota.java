package social.roost.base.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount per time, written {@code 300/3h}; or {@code 1800/1m burst 200} if less than the amount may be used at once.
 * A used quota refills evenly.
 *
 * @param amount 1 to a million
 * @param window a second to a year
 * @param burst at most the amount
 */
public record Quota(int amount, Duration window, int burst) {
    private static final int MAXIMUM = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\s*/\\s*(\\S+?)(?:\\s+burst\\s+(\\d{1,9}))?");

    public Quota {
        if (amount < 1 || amount > MAXIMUM) {
            throw new IllegalArgumentException("a quota is 1 to " + MAXIMUM + ", not " + amount);
        }
        if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a quota is for a second to a year, not " + window);
        }
        if (burst < 1 || burst > amount) {
            throw new IllegalArgumentException("a burst is 1 to the whole quota, not " + burst);
        }
    }

    /**
     * Parses what {@link #toString} returns.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static Quota parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a quota: " + text);
        }
        int amount = Integer.parseInt(matcher.group(1));
        String burst = matcher.group(3);
        return new Quota(
                amount, DurationText.parse(matcher.group(2)), burst == null ? amount : Integer.parseInt(burst));
    }

    /** The time in which one unit comes back. */
    public Duration step() {
        return window.dividedBy(amount);
    }

    /** A multiple of the amount in the same time, up to the maximum of a quota. */
    public Quota times(int factor) {
        return new Quota((int) Math.min(MAXIMUM, (long) amount * factor), window, (int)
                Math.min(MAXIMUM, (long) burst * factor));
    }

    @Override
    public String toString() {
        return amount + "/" + DurationText.format(window) + (burst == amount ? "" : " burst " + burst);
    }
}
