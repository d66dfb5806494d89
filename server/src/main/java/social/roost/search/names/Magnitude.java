package social.roost.search.names;

/**
 * How large a number is, coarsely: the number of its decimal digits. Indexes are ordered by it, because it changes
 * rarely.
 */
public final class Magnitude {
    public static final int SMALLEST = 1;
    public static final int LARGEST = 10;

    private Magnitude() {}

    public static int of(long number) {
        return Math.clamp(Long.toString(Math.max(0, number)).length(), SMALLEST, LARGEST);
    }
}
