package social.roost.base.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many of something in a time, written {@code 300/3h}; or {@code 1800/1m burst 200} where less than all of it may be had at
 * once. What was used comes back evenly.
 *
 * @param amount 1 to a million
 * @param window a second to a year
 * @param burst at once, at most the amount
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
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when the text is anything else
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

    /** The time in which one comes back. */
    public Duration step() {
        return window.dividedBy(amount);
    }

    /** So many times as much in the same time, as far as a quota goes. */
    public Quota times(int factor) {
        return new Quota((int) Math.min(MAXIMUM, (long) amount * factor), window, (int)
                Math.min(MAXIMUM, (long) burst * factor));
    }

    @Override
    public String toString() {
        return amount + "/" + DurationText.format(window) + (burst == amount ? "" : " burst " + burst);
    }
}
