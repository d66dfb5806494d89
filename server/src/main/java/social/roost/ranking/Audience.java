package social.roost.ranking;

/**
 * How often a tweet was seen, and what viewers did with it that nobody else sees.
 *
 * @param impressions about how many: exact numbers are for the author alone, and a score must not reveal them
 */
public record Audience(long impressions, long opens, long follows) {
    public static final Audience NONE = new Audience(0, 0, 0);

    /** Keeps the two leading bits of the number of impressions. */
    public static Audience about(long impressions, long opens, long follows) {
        int dropped = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(impressions) - 2);
        return new Audience(impressions >>> dropped << dropped, opens, follows);
    }
}
