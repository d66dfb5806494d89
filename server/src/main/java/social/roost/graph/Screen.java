package social.roost.graph;

/**
 * The blocks and mutes between a user and others: ids in ascending order; must not be modified.
 *
 * <p>Not a record, because it contains arrays.
 */
public final class Screen {
    private final long[] blocked;
    private final long[] blockedBy;
    private final long[] muted;
    private final long[] mutedUntil;

    /** @param mutedUntil the end of the mute for each of {@code muted} */
    public Screen(long[] blocked, long[] blockedBy, long[] muted, long[] mutedUntil) {
        this.blocked = blocked;
        this.blockedBy = blockedBy;
        this.muted = muted;
        this.mutedUntil = mutedUntil;
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

    /** The number of ids in it. */
    public int size() {
        return blocked.length + blockedBy.length + muted.length;
    }
}
