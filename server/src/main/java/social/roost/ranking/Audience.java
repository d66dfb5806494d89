package social.roost.ranking;

/**
 * About how often a tweet was seen, and what viewers did with it that nobody else sees: exact numbers are for the author
 * alone, and a score must not reveal them.
 */
public record Audience(long impressions, long opens, long follows) {
    public static final Audience NONE = new Audience(0, 0, 0);

    /** Keeps the two leading bits of each number. */
    public static Audience about(long impressions, long opens, long follows) {
        return new Audience(about(impressions), about(opens), about(follows));
    }

    /** Keeps the two leading bits of a number. */
    static long about(long count) {
        int dropped = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(count) - 2);
        return count >>> dropped << dropped;
    }
}
