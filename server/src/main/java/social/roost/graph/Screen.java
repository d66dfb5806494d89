package social.roost.graph;

/**
 * The blocks and mutes between a user and others, and what the user wants of single followees: ids in ascending order;
 * must not be modified.
 *
 * <p>Not a record, because it contains arrays.
 */
public final class Screen {
    private final long[] blocked;
    private final long[] blockedBy;
    private final long[] muted;
    private final long[] mutedUntil;
    private final long[] withoutRetweets;
    private final long[] notifying;

    /** @param mutedUntil the end of the mute for each of {@code muted} */
    public Screen(
            long[] blocked,
            long[] blockedBy,
            long[] muted,
            long[] mutedUntil,
            long[] withoutRetweets,
            long[] notifying) {
        this.blocked = blocked;
        this.blockedBy = blockedBy;
        this.muted = muted;
        this.mutedUntil = mutedUntil;
        this.withoutRetweets = withoutRetweets;
        this.notifying = notifying;
    }

    /** The users that the user blocks. */
    public long[] blocked() {
        return blocked;
    }

    /** The users who block the user. */
    public long[] blockedBy() {
        return blockedBy;
    }

    /** The users that the user mutes; a mute may have expired since. */
    public long[] muted() {
        return muted;
    }

    /**
     * The end of the mute of each of {@link #muted}, in milliseconds since 1970; {@link BlockStore#FOR_EVER} if it does
     * not expire.
     */
    public long[] mutedUntil() {
        return mutedUntil;
    }

    /** The users whose retweets the user does not want to see. */
    public long[] withoutRetweets() {
        return withoutRetweets;
    }

    /** The users of whose tweets the user wants to be notified. */
    public long[] notifying() {
        return notifying;
    }

    /** The number of ids in it. */
    public int size() {
        return blocked.length + blockedBy.length + muted.length + withoutRetweets.length + notifying.length;
    }
}
